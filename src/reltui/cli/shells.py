"""Completion for shells, written from the commands' own declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reltui.cli import app
from reltui.cli.options import Documented, Parser
from reltui.cli.route import COMMANDS, command


def _arguments() -> Iterator[tuple[str, list[Documented]]]:
    """Yield each command with its options; the app's own have an empty name."""
    yield "", [one for one in Parser("", app).documented if one.names]
    for name in COMMANDS:
        yield name, [one for one in Parser(name, command(name)).documented if one.names]


def bash() -> str:
    """Return the script for bash: commands, options, the values an option may have, else files."""
    options: list[str] = []
    values: list[str] = []
    for name, documented in _arguments():
        words = " ".join(option for one in documented for option in one.names)
        more = " --version" if not name else ""
        options.append(f'        "{name}") options="{words} --help{more}" ;;')
        for one in documented:
            reply = f'COMPREPLY=($(compgen -W "{" ".join(one.values)}" -- "$current")); return ;;'
            values += [f'        "{name} {option}") {reply}' for option in one.names if one.values]
    return _BASH.format(commands=" ".join(COMMANDS), values="\n".join(values), options="\n".join(options))


def zsh() -> str:
    """Return the script for zsh, which understands that of bash."""
    return f"autoload -Uz compinit bashcompinit && compinit && bashcompinit\n{bash()}"


def fish() -> str:
    """Return the script for fish, which also shows what each command and option does."""
    first = "__fish_use_subcommand"
    lines = [
        f"complete -c reltui -n {first} -a {name} -d {_quoted(command(name).SUMMARY)}" for name in COMMANDS
    ]
    for name, documented in _arguments():
        when = f"'__fish_seen_subcommand_from {name}'" if name else first
        for one in documented:
            takes = " -r" if one.takes else ""
            among = f" -f -a {_quoted(' '.join(one.values))}" if one.values else ""
            option = " ".join(f"-l {o[2:]}" if o.startswith("--") else f"-s {o[1:]}" for o in one.names)
            lines.append(f"complete -c reltui -n {when} {option}{takes}{among} -d {_quoted(one.said)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


SHELLS: dict[str, Callable[[], str]] = {"bash": bash, "zsh": zsh, "fish": fish}

_BASH = """\
_reltui() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} word
    local command="" options=""
    local commands="{commands}"
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        if [[ " $commands " == *" $word "* ]]; then command=$word; break; fi
    done
    case "$command $previous" in
{values}
    esac
    case "$command" in
{options}
    esac
    if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current")); return; fi
    COMPREPLY=($(compgen -f -- "$current"))
    if [[ -z $command ]]; then COMPREPLY+=($(compgen -W "$commands" -- "$current")); fi
}}
complete -o filenames -F _reltui reltui
"""
