// Profiles: the shipped ones load, and a slip in one is named with file and place.
#include "sources/SourceProfile.h"
#include "base/Resources.h"

#include <boost/test/unit_test.hpp>

#include <QJsonArray>
#include <QJsonDocument>

using namespace ekatra;
using namespace ekatra::sources;

namespace {

QJsonObject shipped(const QString& id)
{
    auto file = base::readJsonResource(QStringLiteral("sources/") + id + QStringLiteral(".json"));
    BOOST_REQUIRE(file.ok());
    return file->object();
}

// `json` with `value` at `path` ("streams/0/map/fir_no"), members made where there are none.
QJsonValue changed(const QJsonValue& json, QStringList path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        array.replace(step.toInt(), changed(array.at(step.toInt()), path, value));
        return array;
    }
    QJsonObject object = json.toObject();
    object.insert(step, changed(object.value(step), path, value));
    return object;
}

// Where the CAS profile, spoilt at one place, is said to be wrong: file and path.
std::string faultOf(const char* path, const char* value)
{
    const QJsonValue parsed = QJsonDocument::fromJson(QByteArray("[") + value + ']').array().at(0);
    const QJsonObject spoilt =
        changed(shipped(QStringLiteral("cas")), QString::fromLatin1(path).split(QLatin1Char('/')), parsed).toObject();
    auto profile = SourceProfile::parse(spoilt, shipped(QStringLiteral("act_names")), QStringLiteral("cas.json"));
    if (profile)
        return "loads";
    const auto context = profile.error().context;
    BOOST_TEST(profile.error().code.toStdString() == "sources.bad_profile");
    BOOST_TEST(!context.value(QStringLiteral("detail")).isEmpty());
    return (context.value(QStringLiteral("file")) + context.value(QStringLiteral("path"))).toStdString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(sources_source_profile)

BOOST_AUTO_TEST_CASE(every_shipped_profile_loads)
{
    for (const char* id : {"cas", "icjs"}) {
        auto profile = SourceProfile::load(QString::fromLatin1(id));
        BOOST_REQUIRE(profile.ok());
        BOOST_TEST(profile->id.toStdString() == id);
        BOOST_TEST(!profile->titleHi.isEmpty());
        BOOST_TEST(!profile->streams.empty());
    }
}

BOOST_AUTO_TEST_CASE(the_cas_profile_says_how_its_lists_are_paged)
{
    auto profile = SourceProfile::load(QStringLiteral("cas"));
    BOOST_REQUIRE(profile.ok());
    BOOST_TEST(profile->streams.size() == 3U);
    const StreamProfile* arrests = profile->stream(QStringLiteral("arrest"));
    BOOST_REQUIRE(arrests != nullptr);
    BOOST_TEST((arrests->rows == std::vector<std::string>{"ArrestDetails"}));
    BOOST_TEST(arrests->window->maxDays == 30);
    BOOST_TEST(arrests->window->rereadWindows == 3);
    BOOST_TEST(arrests->listing->yearParam.toStdString() == "Year");
    BOOST_TEST((profile->stream(QStringLiteral("none")) == nullptr));
}

BOOST_AUTO_TEST_CASE(a_slip_is_named_with_file_and_place)
{
    BOOST_TEST(faultOf("streams/0/map/fir_no", R"({"form": "FirNo"})") == "cas.json/streams/0/map/fir_no/form");
    BOOST_TEST(faultOf("streams/0/map/fir_no/transform", R"("itn")") == "cas.json/streams/0/map/fir_no/transform");
    BOOST_TEST(faultOf("streams/0/map/fir_no/requierd", "true") == "cas.json/streams/0/map/fir_no/requierd");
    BOOST_TEST(faultOf("streams/0/map/fir_no/on_error", R"("ignore")") == "cas.json/streams/0/map/fir_no/on_error");
    BOOST_TEST(faultOf("streams/1/map/sex/transform", R"({"code": "SEXX"})") == "cas.json/streams/1/map/sex/transform");
    BOOST_TEST(faultOf("streams/0/map/accused/shape", R"("persn")") == "cas.json/streams/0/map/accused/shape");
    BOOST_TEST(faultOf("streams/0/map/fir_at/template", R"("{FirDate")") == "cas.json/streams/0/map/fir_at/template");
    BOOST_TEST(faultOf("streams/2/paging/max_days", "0") == "cas.json/streams/2/paging/max_days");
    BOOST_TEST(faultOf("streams/2/paging/history_from", R"("2015")") == "cas.json/streams/2/paging/history_from");
    BOOST_TEST(faultOf("streams/2/pagging", "{}") == "cas.json/streams/2/pagging");
    BOOST_TEST(faultOf("time_zone", R"("IST")") == "cas.json/time_zone");
    BOOST_TEST(faultOf("auth", R"(["basic"])") == "cas.json/auth");
    BOOST_TEST(faultOf("title/hi", R"("")") == "cas.json/title/hi");
    BOOST_TEST(faultOf("streams", "[]") == "cas.json/streams");
    BOOST_TEST(faultOf("shapes/person/map/name", R"({"from": "whoo.name"})")
               == "cas.json/streams/0/map/accused/map/name");
    BOOST_TEST(faultOf("shapes/person/map/friend", R"({"object": "Friend", "shape": "person"})") != "loads");
}

BOOST_AUTO_TEST_CASE(a_comment_is_no_slip)
{
    BOOST_TEST(faultOf("streams/0/map/fir_no/$comment", R"("serial of the year")") == "loads");
}

BOOST_AUTO_TEST_CASE(a_missing_profile_is_told)
{
    auto profile = SourceProfile::load(QStringLiteral("nothing"));
    BOOST_REQUIRE(!profile.ok());
    BOOST_TEST(profile.error().code.toStdString() == "resource.missing");
}

BOOST_AUTO_TEST_SUITE_END()
