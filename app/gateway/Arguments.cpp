#include "gateway/Arguments.h"

#include <functional>
#include <limits>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int greatestSize = 10'000'000;
constexpr int greatestStations = 1000;

using Setter = std::function<Result<void>(Arguments&, const QString& value)>;

struct Option {
    QLatin1StringView name;
    Setter set;
};

Error badValue(QLatin1StringView option, const QString& value)
{
    return error(ErrorKind::BadUsage, "gateway.bad_option", {{u"option"_s, option}, {u"value"_s, value}});
}

Setter text(QString Arguments::*field)
{
    return [field](Arguments& arguments, const QString& value) -> Result<void> {
        arguments.*field = value;
        return {};
    };
}

Setter whole(QLatin1StringView option, int Arguments::*field, int least, int most)
{
    return [=](Arguments& arguments, const QString& value) -> Result<void> {
        bool number = false;
        const int parsed = value.toInt(&number);
        if (!number || parsed < least || parsed > most)
            return badValue(option, value);
        arguments.*field = parsed;
        return {};
    };
}

Result<void> setSeed(Arguments& arguments, const QString& value)
{
    bool number = false;
    arguments.seed = value.toULongLong(&number);
    if (!number)
        return badValue("--seed"_L1, value);
    return {};
}

Result<void> setStore(Arguments& arguments, const QString& value)
{
    if (value.startsWith("postgresql:"_L1) || value.startsWith("postgres:"_L1))
        return error(ErrorKind::BadUsage, "gateway.not_this_version", {{u"option"_s, u"--store postgresql://"_s}});
    if (value == "memory:"_L1) {
        arguments.storePath.clear();
        return {};
    }
    constexpr QLatin1StringView scheme{"sqlite:"};
    if (!value.startsWith(scheme) || value.size() == scheme.size())
        return badValue("--store"_L1, value);
    arguments.storePath = value.mid(scheme.size());
    return {};
}

Result<void> setFaults(Arguments& arguments, const QString& value)
{
    auto rules = parseFaults(value);
    if (!rules)
        return rules.error();
    arguments.faults = std::move(*rules);
    return {};
}

const std::vector<Option>& options()
{
    static const std::vector<Option> all{
        {"--data"_L1, text(&Arguments::data)},
        {"--seed"_L1, setSeed},
        {"--size"_L1, whole("--size"_L1, &Arguments::size, 1, greatestSize)},
        {"--stations"_L1, whole("--stations"_L1, &Arguments::stations, 1, greatestStations)},
        {"--dirty"_L1, whole("--dirty"_L1, &Arguments::dirty, 0, 100)},
        {"--store"_L1, setStore},
        {"--listen"_L1, text(&Arguments::listen)},
        {"--port-file"_L1, text(&Arguments::portFile)},
        {"--tls-cert"_L1, text(&Arguments::tlsCertificate)},
        {"--tls-key"_L1, text(&Arguments::tlsKey)},
        {"--client-ca"_L1, text(&Arguments::clientCa)},
        {"--token-file"_L1, text(&Arguments::tokenFile)},
        {"--faults"_L1, setFaults},
    };
    return all;
}

Result<void> checkTogether(const Arguments& arguments)
{
    if (arguments.data.isEmpty())
        return error(ErrorKind::BadUsage, "gateway.data_missing");
    if (arguments.tlsCertificate.isEmpty() != arguments.tlsKey.isEmpty()
        || (arguments.tlsCertificate.isEmpty() && !arguments.clientCa.isEmpty()))
        return error(ErrorKind::BadUsage, "gateway.tls_pair");
    return {};
}

} // namespace

Result<Arguments> parseArguments(const QStringList& words)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        if (word == "--help"_L1 || word == "-h"_L1) {
            arguments.help = true;
            return arguments;
        }
        if (word == "--version"_L1) {
            arguments.version = true;
            return arguments;
        }
        if (word == "--allow-test"_L1) {
            arguments.allowTest = true;
            continue;
        }
        const auto equals = word.indexOf(u'=');
        const QString name = word.left(equals);
        const auto option = std::find_if(options().begin(), options().end(),
                                         [&name](const Option& candidate) { return name == candidate.name; });
        if (name == "--time-lapse"_L1)
            return error(ErrorKind::BadUsage, "gateway.option_not_yet", {{u"option"_s, name}});
        if (option == options().end())
            return error(ErrorKind::BadUsage, "gateway.unknown_option", {{u"option"_s, word}});
        if (equals < 0 && i + 1 == words.size())
            return error(ErrorKind::BadUsage, "gateway.option_needs_value", {{u"option"_s, word}});
        const QString value = equals < 0 ? words.at(++i) : word.mid(equals + 1);
        if (auto set = option->set(arguments, value); !set)
            return set.error();
    }
    if (auto sound = checkTogether(arguments); !sound)
        return sound.error();
    return arguments;
}

QString helpText()
{
    return uR"(Usage: ekatra-gateway --data practice|DIR [OPTIONS]

Serves a practice district the way its source systems would, and an ICJS centre to push to.

  --data practice|DIR    a made-up district, or the incidents in a folder
  --seed N               another made-up district for each N (1); the same seed and size give the same bytes
  --size N               number of FIRs (2000)
  --stations N           number of police stations
  --dirty PERCENT        share of rows with the faults that real systems have (0)
  --store memory:|sqlite:PATH
                         where the centre keeps what it holds (memory:)
  --listen ADDRESS:PORT  where to listen (127.0.0.1:0; port 0 takes a free one). Another address than loopback
                         needs --token-file and --tls-cert
  --port-file FILE       gets the port's number once the gateway answers
  --tls-cert FILE --tls-key FILE
                         serve HTTPS (PEM files)
  --client-ca FILE       callers must show a certificate signed by this authority
  --token-file FILE      callers must show one of these Bearer tokens (one a line)
  --allow-test           serve /test/state, /test/faults, /test/prune and DELETE of records
  --faults SPEC          misbehave, see below
  --version, --help

Served: /sources/cas/{fir,arrest,finalreport}[/keys|/record], /icjs/v1/{changes,records,batch,health}, /healthz,
/metrics, /openapi.json.

Faults are rules parted by ';', each  [METHOD:]PATH[:nth=N|:every=N][:times=K]:KIND[=VALUE]
  A rule counts the requests whose path starts with PATH and fires on the N-th, on every N-th, or on all.
  status=CODE (503, with Retry-After)   delay=MS (1000)    hang           cut-before     cut-after
  truncate    html    redirect=URL      corrupt-digest     repeat         flip-byte=AT   invalid-utf8=AT
  endless     gzip-bomb=MB (1024)       deep-json=LEVELS (100000)
  Example: --faults 'PUT:/icjs/v1/records:nth=1:cut-after; GET:/sources/cas/fir:nth=3:status=503'

Exit codes: 0 stopped as asked; 2 wrong usage; 4 store damaged; 5 store busy in another process; 6 the address cannot
be listened on; 8 bad input; 10 disk full or not writable.
)"_s;
}

} // namespace ekatra::gateway
