"""Clusters found by how their names sound, and which of them a name fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reltui import names
from reltui.resolve import spelling
from reltui.resolve.clusters import Cluster

_STRICT = 0.8  # how alike a doubtful word must be at the least
_NONE: list[Cluster] = []

Fits = list[tuple[Cluster, float]]


class Sounding:
    """An index of clusters by sound keys; what fits a surface is remembered for as long as that holds."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[Cluster]] = defaultdict(list)
        self._fitting: dict[tuple[str, bool], tuple[tuple[int, ...], Fits]] = {}
        self._changes = 0  # how often a cluster was taken out, or another name came to stand for one

    def add(self, cluster: Cluster, name: str) -> None:
        """Let a cluster be found by a name."""
        # every word: in "HAYASHI Yoshimasa" and "Xi Jinping" the first one is what others call them by
        words = [w for w in spelling.spaced(name).split() if len(w) > 1]
        for key in dict.fromkeys((*spelling.keys(name), *(key for w in words for key in names.keys(w)))):
            if key not in cluster.keys:
                cluster.keys[key] = None
                self._by_key[key].append(cluster)

    def remove(self, cluster: Cluster) -> None:
        """Let a cluster not be found any more."""
        for key in cluster.keys:
            self._by_key[key].remove(cluster)
        cluster.keys.clear()
        self._changes += 1

    def renamed(self) -> None:
        """Take note that another name stands for some cluster now."""
        self._changes += 1

    def under(self, keys: Iterable[str]) -> list[Cluster]:
        """Return the clusters under any of the keys, each once, in the order of the keys and of their coming."""
        return list({id(c): c for key in keys for c in self._by_key.get(key, _NONE)}.values())

    def fits(self, surface: str, strict: bool) -> Fits:
        """Return the clusters that a surface sounds like and whose name is alike enough, with how much."""
        keys = spelling.keys(surface)
        state = (self._changes, *(len(self._by_key.get(key, _NONE)) for key in keys))
        known = self._fitting.get((surface, strict))
        if known is not None and known[0] == state:
            return known[1]
        least = max(names.THRESHOLD, _STRICT) if strict else names.THRESHOLD
        fits = [
            (cluster, value) for cluster in self.under(keys)
            if (value := spelling.alike(surface, cluster.head)) >= least
        ]  # fmt: skip
        self._fitting[surface, strict] = state, fits
        return fits
