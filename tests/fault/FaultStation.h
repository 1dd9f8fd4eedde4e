// FaultStation.h
// A station between a gateway in the same process and whatever goes wrong: it pulls a month of a practice district and
// pushes, can be told to fail at one statement, and describes where it ended so that two runs can be compared.
// Belongs to one test.
#pragma once

#include "gateway/District.h"
#include "support/Gateway.h"
#include "support/TempStore.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace ekatra::test {

// Whether the long forms of the loops were asked for.
[[nodiscard]] bool longTests();

// Thirty days of a district: a handful of FIRs with their arrests and reports, and a national feed of sixteen.
[[nodiscard]] const gateway::District& faultDistrict();

// A gateway of its own for one round of a loop. Stopping one takes a quarter of a second, for which nobody waits before
// the loop's end.
class RoundGateway {
public:
    RoundGateway() : m_gateway(std::make_unique<Gateway>(GatewaySetUp{.district = &faultDistrict()})) { }
    ~RoundGateway();
    RoundGateway(const RoundGateway&) = delete;
    RoundGateway& operator=(const RoundGateway&) = delete;
    const Gateway& operator*() const { return *m_gateway; }
    const Gateway* operator->() const { return m_gateway.get(); }

private:
    std::unique_ptr<Gateway> m_gateway;
};

class FaultStation {
public:
    explicit FaultStation(const Gateway& other);

    // Fails the nth statement from now on, once.
    void failStatement(int nth, int sqliteCode);
    // Whether it came to that, and the statement; no more failures from here on.
    [[nodiscard]] std::optional<std::string> failedStatement();

    // What stopped it; nothing when all went well.
    std::optional<Error> pull(const char* source);
    std::optional<Error> pullAll();
    // A draft and its submission; called again after a failure it goes on with the draft that is there.
    std::optional<Error> submit(int number);
    [[nodiscard]] domain::RecordUid uidOf(int number) const { return m_drafts.at(number); }
    sync::PushReport push();
    // As a station does that has all the time in the world: until nothing waits.
    void pushAll();

    // Counts, content, states, cursors, what was set aside, what search finds: equal for equal ends.
    [[nodiscard]] std::string endState();
    // What verify() complains about; empty when the store is sound.
    [[nodiscard]] std::string unsound();

    TempStore store;
    const Gateway& gateway;
    bool full = false; // pulls read everything again
    std::chrono::milliseconds deadline{20'000}; // of each request
    base::CancelToken cancel;

private:
    [[nodiscard]] std::string lines(const char* sql);

    std::map<int, domain::RecordUid> m_drafts; // by number
    std::shared_ptr<std::optional<std::string>> m_failed = std::make_shared<std::optional<std::string>>();
};

// The first line in which two end states differ; empty when they are equal.
[[nodiscard]] std::string difference(const std::string& actual, const std::string& expected);

} // namespace ekatra::test
