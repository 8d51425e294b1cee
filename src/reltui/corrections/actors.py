"""Lay a plan over the actors and the mentions of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reltui.corrections.following import Following
from reltui.corrections.lookup import key_of
from reltui.corrections.plan import Born, Plan
from reltui.model import Actor, Facts, Mention, Name, Office
from reltui.model.vocab import Origin


def mentions_of(facts: Facts, plan: Plan) -> Sequence[Mention]:
    """Return the mentions with the actors that they name now, without those that name nobody."""
    names = {actor.id: actor.name for actor in facts.actors}
    touched = {key[3] for key in plan.fates} | plan.actor_of.keys()
    if not touched:
        return facts.mentions
    found: dict[tuple[str, int, int, str], Mention] = {}
    for mention in facts.mentions:
        if mention.actor not in touched:
            found.setdefault(key_of(mention), mention)
            continue
        fate = plan.fates.get(key_of(mention))
        if fate and fate.actor is None:
            continue
        given = fate.actor if fate and fate.actor else mention.actor
        actor = plan.actor(given)
        if actor != mention.actor:
            if given != mention.actor and fate:
                why = f"said so by correction {fate.entry}"
                mention = replace(mention, actor=actor, score=1.0, why=why, doubt=None)
            else:
                said = f"{names.get(mention.actor, mention.actor)} is the same by correction"
                why = "; ".join(
                    filter(None, (mention.why, f"{said} {plan.merged_by.get(mention.actor, '')}"))
                )
                mention = replace(mention, actor=actor, why=why.rstrip())
        found.setdefault(key_of(mention), mention)
    return tuple(found.values())


def actors_of(facts: Facts, plan: Plan, following: Following, whole: bool) -> dict[str, Actor]:
    """Return the actors as they are now, by id; those that are left with nothing among them.

    Where the facts are not a whole corpus, a spelling that went may have stayed elsewhere, and is kept.
    """
    parts: dict[str, list[Actor]] = defaultdict(list)
    offices: dict[str, list[Office]] = {}
    for actor in facts.actors:
        parts[plan.actor(actor.id)].append(actor)
        if actor.id in following.actors:
            offices[actor.id] = []
    for actor in facts.actors:
        if actor.id in following.actors:
            for holder, held in following.offices(actor.id, actor.offices).items():
                offices.setdefault(holder, []).extend(held)
    given, taken, left = _spellings(facts, plan)
    known = {actor.id for actor in facts.actors}
    # who is named by no words is there only as a part of somebody who is: that is known once the others are there
    for born in sorted(plan.born.values(), key=lambda b: (not given[b.id], b.id)):
        if born.id not in known and (given[born.id] or plan.actor(born.id) in parts):
            parts[plan.actor(born.id)].append(_newborn(born, facts, given[born.id]))
    found: dict[str, Actor] = {}
    for ident, several in parts.items():
        several.sort(key=lambda a: plan.ranks.get(a.id, 0))
        changed = [
            _respelt(
                a,
                given[a.id],
                taken[a.id] - left[a.id] if whole else set(),
                offices.get(a.id),
                a.id in following.actors,
            )
            for a in several
        ]
        head = next((a for a in changed if a.id == ident), None) or replace(changed[0], id=ident)
        found[ident] = _united(head, [a for a in changed if a.id != head.id])
    return _named(found, plan)


def _spellings(
    facts: Facts, plan: Plan
) -> tuple[dict[str, Counter[str]], dict[str, set[str]], dict[str, set[str]]]:
    """Return, by actor: the spellings that came, those that went, those of the mentions it still has."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    taken: dict[str, set[str]] = defaultdict(set)
    left: dict[str, set[str]] = defaultdict(set)
    losing = {key[3] for key in plan.fates}
    for mention in facts.mentions:
        fate = plan.fates.get(key_of(mention))
        if fate and fate.actor != mention.actor:
            taken[mention.actor].add(mention.surface)
            if fate.actor is not None:
                given[fate.actor][mention.surface] += 1
        elif mention.actor in losing:
            left[mention.actor].add(mention.surface)
    return given, taken, left


def _newborn(born: Born, facts: Facts, given: Counter[str]) -> Actor:
    from reltui.resolve.scripts import script_of

    parent = next((actor for actor in facts.actors if actor.id == born.parent), None)
    kind = born.kind or (parent.kind if parent else "person")
    native = next((text for text in sorted(given) if script_of(text) != "Latn"), None)
    name = Name(born.name, script_of(born.name), "correction")
    return Actor(born.id, kind, born.name, native, origin="correction", names=(name,))


def _respelt(
    actor: Actor, given: Counter[str], taken: set[str], offices: list[Office] | None, lost: bool
) -> Actor:
    """Return the actor with the spellings and offices that came, without those that went."""
    if not given and not lost and offices is None:
        return actor
    names = [n for n in actor.names if n.origin != "corpus" or not _is_among(n.text, taken)]
    come: list[tuple[str, Origin]] = [(t, "corpus") for t in sorted(given, key=lambda t: (-given[t], t))]
    names += _new_names(come, names)
    own: tuple[Office, ...] = tuple(offices or ()) if lost else (*actor.offices, *(offices or ()))
    return replace(actor, names=tuple(names), offices=_offices(own))


def _is_among(name: str, surfaces: set[str]) -> bool:
    """Whether a name is one of the surfaces; an article before a body's name is no part of the name."""
    return any(surface == name or surface.partition(" ")[2] == name for surface in surfaces)


def _new_names(wanted: Iterable[tuple[str, Origin]], known: Iterable[Name]) -> list[Name]:
    from reltui.resolve.scripts import script_of

    texts = {name.text for name in known}
    return [
        Name(text, script_of(text), origin)
        for text, origin in dict(wanted).items()
        if text and text not in texts
    ]


def _united(head: Actor, others: list[Actor]) -> Actor:
    """Return one actor of several: the first one's id, kind and name, what it lacks from the others."""
    for other in others:
        own = [name.text for name in other.names]
        shown: list[tuple[str, Origin]] = [
            (t, other.origin) for t in (other.name, other.native_name or "") if t and t not in own
        ]
        carried: list[tuple[str, Origin]] = [(name.text, name.origin) for name in other.names]
        head = replace(
            head,
            native_name=head.native_name or other.native_name,
            country=head.country or other.country,
            wikidata=head.wikidata or other.wikidata,
            names=(*head.names, *_new_names([*shown, *carried], head.names)),
            offices=_offices((*head.offices, *other.offices)),
        )
    return head


def _offices(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Return each office once, with all its evidence."""
    found: dict[tuple[str, str | None, str | None], Office] = {}
    for office in offices:
        key = (office.title, office.of, office.at)
        known = found.get(key)
        evidence = tuple(dict.fromkeys((*(known.evidence if known else ()), *office.evidence)))
        found[key] = replace(office, evidence=evidence)
    return tuple(found.values())


def _named(actors: dict[str, Actor], plan: Plan) -> dict[str, Actor]:
    for ident, spelling, _ in plan.aliases:
        if actor := actors.get(ident):
            more = _new_names([(spelling, "correction")], actor.names)
            actors[ident] = replace(actor, names=(*actor.names, *more))
    for ident, naming in plan.names.items():
        actor = actors.get(ident)
        if actor is None:
            continue
        before: list[tuple[str, Origin]] = []
        if actor.name != naming.name:
            before.append((actor.name, actor.origin))
        if naming.native and actor.native_name and actor.native_name != naming.native:
            before.append((actor.native_name, actor.origin))
        after: list[tuple[str, Origin]] = [(naming.name, "correction"), (naming.native or "", "correction")]
        actors[ident] = replace(
            actor,
            name=naming.name,
            native_name=naming.native or actor.native_name,
            names=(*actor.names, *_new_names([*after, *before], actor.names)),
        )
    return actors
