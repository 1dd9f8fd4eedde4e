#include "crypto/KeySlots.h"
#include "support/TempStore.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::crypto;
using test::codeOf;
using test::done;
using test::secret;
using test::take;

namespace {

struct TwoOperators {
    KeySet keys = KeySet::generate();
    KeySlots slotFile{QByteArray(16, 's'), 1};

    TwoOperators()
    {
        done(slotFile.add(QStringLiteral("sho"), QStringLiteral("sho"), secret("first"), keys, test::cheapKdf));
        done(slotFile.add(QStringLiteral("mhc"), QStringLiteral("operator"), secret("second"), keys, test::cheapKdf));
    }
    QByteArray text() const { return slotFile.serialize(keys); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(crypto_key_slots, TwoOperators)

BOOST_AUTO_TEST_CASE(each_operator_opens_the_same_store_key)
{
    const auto read = take(KeySlots::parse(text()));
    BOOST_TEST(take(read.unlock(QStringLiteral("sho"), secret("first"))).storeKey.equals(keys.storeKey));
    BOOST_TEST(take(read.unlock(QStringLiteral("mhc"), secret("second"))).storeKey.equals(keys.storeKey));
}

BOOST_AUTO_TEST_CASE(wrong_passphrase_and_unknown_user_get_the_same_answer)
{
    const auto read = take(KeySlots::parse(text()));
    BOOST_TEST(codeOf(read.unlock(QStringLiteral("sho"), secret("second"))) == "slots.wrong_passphrase");
    BOOST_TEST(codeOf(read.unlock(QStringLiteral("nobody"), secret("first"))) == "slots.wrong_passphrase");
    BOOST_TEST(codeOf(read.unlock(QStringLiteral("sho"), secret(""))) == "slots.wrong_passphrase");
}

BOOST_AUTO_TEST_CASE(a_slot_taken_out_is_noticed_by_those_who_are_left)
{
    QJsonObject file = QJsonDocument::fromJson(text()).object();
    QJsonArray slotList = file.value(QStringLiteral("slots")).toArray();
    slotList.removeLast();
    file.insert(QStringLiteral("slots"), slotList);
    const auto read = take(KeySlots::parse(QJsonDocument(file).toJson()));
    BOOST_TEST(codeOf(read.unlock(QStringLiteral("sho"), secret("first"))) == "slots.tampered");
}

BOOST_AUTO_TEST_CASE(a_role_cannot_be_raised_by_editing_the_file)
{
    const auto read = take(KeySlots::parse(text().replace("\"operator\"", "\"sho\"")));
    BOOST_TEST(codeOf(read.unlock(QStringLiteral("mhc"), secret("second"))) == "slots.damaged");
}

BOOST_AUTO_TEST_CASE(a_bad_disk_is_told_from_a_bad_passphrase)
{
    QByteArray bad = text();
    const auto at = bad.indexOf("\"wrapped\": \"") + 20;
    bad[at] = bad.at(at) == 'A' ? 'B' : 'A';
    BOOST_TEST(codeOf(take(KeySlots::parse(bad)).unlock(QStringLiteral("sho"), secret("first"))) == "slots.damaged");
    // A file of before there was a sum.
    QJsonObject old = QJsonDocument::fromJson(text()).object();
    old.remove(QStringLiteral("sum"));
    const auto read = take(KeySlots::parse(QJsonDocument(old).toJson()));
    BOOST_TEST(read.unlock(QStringLiteral("sho"), secret("first")).ok());
    BOOST_TEST(codeOf(read.unlock(QStringLiteral("sho"), secret("second"))) == "slots.wrong_passphrase");
}

BOOST_AUTO_TEST_CASE(no_edit_of_the_file_makes_it_crash_or_open)
{
    const QByteArray good = text();
    int refused = 0;
    for (qsizetype at = 0; at < good.size(); at += 7) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad.at(at) ^ 0x15);
        auto read = KeySlots::parse(bad);
        if (!read || !read->unlock(QStringLiteral("sho"), secret("first")))
            ++refused;
    }
    // Only edits that leave the meaning as it was (white space, letter case of JSON escapes) may pass.
    BOOST_TEST(refused >= good.size() / 7 * 9 / 10);
    BOOST_TEST(codeOf(KeySlots::parse("")) == "slots.damaged");
    BOOST_TEST(codeOf(KeySlots::parse(good.left(good.size() / 2))) == "slots.damaged");
}

BOOST_AUTO_TEST_SUITE_END()
