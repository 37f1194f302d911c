"""The fidelity ledger and the code speak of the same rules, each exactly once."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator

from sandbox.fidelity import Entry, ledger
from sandbox.rules import Rule
from tests.repo.house import PRODUCT, modules, texts

RULES = "sandbox/rules.py"
FIDELITY = "sandbox/fidelity/"
# A full stop ends a sentence when a capital letter follows; "TP. Mẫu" and "3.5 MB" go on.
SENTENCE_END = re.compile(r"(?<!TP)(?<!\bTh)[.!?](?=\s+[^\W\d_a-zà-ỹ]|$)")


def tables() -> Iterator[str]:
    """The id of each table in each ledger file."""
    for name, text in texts().items():
        if name.startswith(FIDELITY) and name.endswith(".toml"):
            yield from tomllib.loads(text)["rules"]


def refusing() -> list[Entry]:
    return [entry for entry in ledger().values() if entry.says]


def named_in_code() -> set[str]:
    """The members of Rule that some module other than rules.py names."""
    return {
        node.attr
        for module in modules(*PRODUCT)
        if module.name != RULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Rule"
    }


def named_in_data() -> set[str]:
    """The rules that scenarios and rubrics name by id."""
    data = "\n".join(text for name, text in texts().items() if name.startswith("training/"))
    return {rule.name for rule in Rule if f'"{rule}"' in data}


def refused_with() -> set[str]:
    """The members of Rule that code hands to ``Problem(...)`` or ``refuse(...)`` by name."""
    return {
        argument.attr
        for module in modules(*PRODUCT)
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"Problem", "refuse"}
        for argument in call.args
        if isinstance(argument, ast.Attribute) and ast.unparse(argument.value) == "Rule"
    }


def test_every_rule_has_exactly_one_entry() -> None:
    assert Counter(tables()) == Counter(str(rule) for rule in Rule)


def test_every_entry_says_what_it_is_where_from_and_of_when() -> None:
    entries = ledger().values()
    assert [each.rule for each in entries if not (each.title and each.source and each.seen)] == []


def test_every_refusing_rule_is_used() -> None:
    used = named_in_code() | named_in_data()
    assert [entry.rule for entry in refusing() if entry.rule.name not in used] == []


def test_nothing_is_refused_without_a_sentence() -> None:
    wordless = {rule.name for rule, entry in ledger().items() if not entry.says}
    assert refused_with() & wordless == set()


def test_every_refusal_is_one_or_two_full_sentences() -> None:
    lengths = {entry.rule: len(SENTENCE_END.findall(entry.says)) for entry in refusing()}
    unfinished = [entry.rule for entry in refusing() if not entry.says.endswith(".")]
    assert ({rule: n for rule, n in lengths.items() if n > 2}, unfinished) == ({}, [])
