#include "support/Gateway.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

#include <zlib.h>
#include <zstd.h>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

qsizetype rowsOf(const GatewayAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).array().size();
}

QByteArray window(const char* list, const char* from, const char* to)
{
    return QByteArray("/sources/cas/") + list + "?TimeFrom=" + from + "&TimeTo=" + to;
}

QByteArray unzipped(const QByteArray& coded)
{
    QByteArray plain(4 * 1024 * 1024, Qt::Uninitialized);
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    QByteArray input = coded;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const int ended = inflate(&stream, Z_FINISH);
    plain.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return ended == Z_STREAM_END ? plain : QByteArray();
}

QByteArray unzstd(const QByteArray& coded)
{
    QByteArray plain(4 * 1024 * 1024, Qt::Uninitialized);
    ZSTD_DCtx* context = ZSTD_createDCtx();
    ZSTD_inBuffer input{coded.constData(), static_cast<size_t>(coded.size()), 0};
    ZSTD_outBuffer output{plain.data(), static_cast<size_t>(plain.size()), 0};
    const size_t left = ZSTD_decompressStream(context, &output, &input);
    ZSTD_freeDCtx(context);
    plain.truncate(static_cast<qsizetype>(output.pos));
    return left == 0 ? plain : QByteArray();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_cas_routes)

BOOST_AUTO_TEST_CASE(a_window_lists_what_changed_in_it)
{
    Gateway gateway;
    const auto month = gateway.get(window("fir", "01/07/2024", "30/07/2024"));
    BOOST_TEST(month.status == 200);
    BOOST_TEST(rowsOf(month) == 30);
    BOOST_TEST(rowsOf(gateway.get(window("fir", "02%2F07%2F2024", "02%2F07%2F2024"))) == 1);
    BOOST_TEST((gateway.get(window("fir", "01/01/2020", "02/01/2020")).body == "[]"));
}

BOOST_AUTO_TEST_CASE(each_list_has_its_own_wrapping)
{
    Gateway gateway;
    BOOST_TEST(
        (gateway.get(window("arrest", "01/07/2024", "02/07/2024")).body == R"({"Status":"OK","ArrestDetails":[]})"));
    BOOST_TEST((gateway.get(window("finalreport", "01/07/2024", "02/07/2024")).body == R"({"data":[]})"));
}

BOOST_AUTO_TEST_CASE(a_window_over_30_days_or_without_sense_is_refused)
{
    Gateway gateway;
    for (const auto& [from, to] : {std::pair{"01/07/2024", "31/07/2024"},
                                   {"02/07/2024", "01/07/2024"},
                                   {"2024-07-01", "2024-07-02"},
                                   {"31/02/2024", "01/03/2024"},
                                   {"", ""}}) {
        const auto refused = gateway.get(window("fir", from, to));
        BOOST_TEST(refused.status == 400, from);
        BOOST_TEST(!refused.json().value("Message"_L1).toString().isEmpty());
    }
}

BOOST_AUTO_TEST_CASE(the_key_listing_of_a_year_is_complete)
{
    Gateway gateway;
    const QJsonArray keys = gateway.get("/sources/cas/fir/keys?Year=2024").json().value("Keys"_L1).toArray();
    BOOST_REQUIRE(keys.size() == 100);
    const QJsonObject first{{u"Key"_s, u"13020004240001"_s}, {u"ChangedOn"_s, u"01/07/2024 18:22:31"_s}};
    BOOST_TEST((keys.at(0).toObject() == first));
    BOOST_TEST((gateway.get("/sources/cas/fir/keys?Year=2023").body == R"({"Keys":[]})"));
    BOOST_TEST(gateway.get("/sources/cas/fir/keys?Year=24").status == 400);
}

BOOST_AUTO_TEST_CASE(one_row_is_found_by_its_key)
{
    Gateway gateway;
    const auto row = gateway.get("/sources/cas/fir/record?Key=13020004240045");
    BOOST_TEST((row.json().value("FIR_REG_NUM"_L1).toString() == u"13020004240045"_s));
    BOOST_TEST(gateway.get("/sources/cas/fir/record?Key=13020004249999").status == 404);
    BOOST_TEST(gateway.get("/sources/cas/fir/record").status == 400);
    BOOST_TEST(gateway.get("/sources/cas/court?TimeFrom=01/07/2024&TimeTo=02/07/2024").status == 404);
    BOOST_TEST(gateway.request("POST", "/sources/cas/fir").status == 405);
}

BOOST_AUTO_TEST_CASE(lists_are_coded_as_the_caller_asks)
{
    Gateway gateway;
    const QByteArray path = window("fir", "01/07/2024", "30/07/2024");
    const QByteArray plain = gateway.get(path).body;

    const auto zipped = gateway.get(path, {{"Accept-Encoding", "gzip"}});
    BOOST_TEST((zipped.headers.at("content-encoding") == "gzip"));
    BOOST_TEST((unzipped(zipped.body) == plain));
    BOOST_TEST(zipped.body.size() < plain.size());

    const auto zstd = gateway.get(path, {{"Accept-Encoding", "gzip;q=0.5, zstd"}});
    BOOST_TEST((zstd.headers.at("content-encoding") == "zstd"));
    BOOST_TEST((unzstd(zstd.body) == plain));

    BOOST_TEST((gateway.get(path, {{"Accept-Encoding", "zstd;q=0"}}).body == plain));
}

BOOST_AUTO_TEST_CASE(the_state_tells_what_was_served_and_asked)
{
    Gateway gateway;
    for (int i = 0; i < 3; ++i)
        gateway.get("/sources/cas/fir/keys?Year=2024");
    const QJsonObject state = gateway.state();
    const QJsonObject cas{{u"fir"_s, 100}, {u"arrest"_s, 0}, {u"final_report"_s, 0}};
    BOOST_TEST((state.value("served"_L1).toObject().value("cas"_L1).toObject() == cas));
    BOOST_TEST(state.value("requests"_L1).toObject().value("cas"_L1).toInt() == 3);
    const QJsonObject station{{u"code"_s, u"13020004"_s}, {u"name"_s, u"City Thana"_s}};
    BOOST_TEST((state.value("stations"_L1).toArray().at(0).toObject() == station));
}

BOOST_AUTO_TEST_SUITE_END()
