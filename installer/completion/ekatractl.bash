# Completion of ekatractl for bash.

# What ekatractl itself lists under `key` for these arguments; it needs no store for that.
_ekatractl_listed()
{
    local key=$1
    shift
    "${COMP_WORDS[0]}" --json "$@" 2>/dev/null | sed -n "s/.*\"$key\":\"\([A-Za-z0-9_.-]*\)\".*/\1/p"
}

_ekatractl_options()
{
    local settings="--token-file --basic-file --oauth-client-file --ca-file --client-cert --client-key --profile-file"
    case $1 in
        init) echo --station --name ;;
        info) echo --support ;;
        "source add") echo --url --id "$settings" ;;
        "source update") echo --url "$settings" ;;
        "source test") echo --limit ;;
        pull) echo --from --full --accept-removals ;;
        sync) echo --every ;;
        search) echo --kind --station --limit --cursor --count --queries ;;
        "form show") echo --example --station ;;
        "record new") echo --file --from --row --submit ;;
        "record check") echo --file --station ;;
        "record edit") echo --file --reason --submit ;;
        "record print") echo --pdf ;;
        "outbox list") echo --all ;;
        "outbox discard") echo --reason ;;
        "law parse") echo --on ;;
    esac
}

_ekatractl()
{
    local global="--store --json --lang --user --passphrase-file --quiet --help --version"
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    # "--option=value" comes in three words.
    if [[ $cur == "=" ]]; then
        cur=
    elif [[ $prev == "=" && $COMP_CWORD -gt 2 ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()

    case $prev in
        --store)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$cur")
            return ;;
        --passphrase-file | --token-file | --basic-file | --oauth-client-file | --ca-file | --client-cert | \
            --client-key | --profile-file | --file | --queries | --pdf)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            return ;;
        --lang)
            mapfile -t COMPREPLY < <(compgen -W "en hi" -- "$cur")
            return ;;
        --kind)
            mapfile -t COMPREPLY < <(compgen -W "fir arrest final_report" -- "$cur")
            return ;;
        --every)
            mapfile -t COMPREPLY < <(compgen -W "5m 15m 1h 1d" -- "$cur")
            return ;;
        --user | --station | --name | --url | --id | --limit | --from | --cursor | --reason | --on)
            return ;; # only who types it knows it
    esac

    # The words before this one, without options and their values.
    local words=() word skip=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ -n $skip ]]; then
            [[ $word == "=" ]] || skip=
            continue
        fi
        case $word in
            --store | --lang | --user | --passphrase-file | --token-file | --basic-file | --oauth-client-file | \
                --ca-file | --client-cert | --client-key | --profile-file | --file | --queries | --pdf | --kind | --every | \
                --station | --name | --url | --id | --limit | --from | --cursor | --reason | --on)
                skip=yes ;;
            -*) ;;
            *) words+=("$word") ;;
        esac
    done

    local command=${words[0]-}
    local seconds=
    case $command in
        source) seconds="profiles add update list test remove" ;;
        quarantine) seconds="list show retry" ;;
        form) seconds="list show" ;;
        record) seconds="new check edit submit print" ;;
        outbox) seconds="list show retry discard" ;;
        law) seconds="parse show" ;;
    esac
    [[ -n $seconds && ${#words[@]} -gt 1 ]] && command+=" ${words[1]}"

    local choices=
    if [[ $cur == -* ]]; then
        choices="$(_ekatractl_options "$command") $global"
    elif [[ -z $command ]]; then
        choices="init info verify source pull push sync status quarantine search show history case form record outbox law"
    elif [[ -n $seconds && ${#words[@]} -eq 1 ]]; then
        choices=$seconds
    elif [[ ${#words[@]} -eq 2 ]]; then
        case $command in
            "source add") choices=$(_ekatractl_listed id source profiles) ;;
            "form show" | "record new" | "record check") choices=$(_ekatractl_listed kind form list) ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$cur")
}

complete -F _ekatractl ekatractl
