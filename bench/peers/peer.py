"""Priority greedy as one would write it in Python on a library for nearest neighbours.

Usage: peer.py FOLDER METHOD, METHOD one of flat, batches, graph. FOLDER holds a pool by priority: pool.json (count,
dimension, threshold, weight, threads), vectors.f32, boosts.f64 and ranks.i32 (the places of the ids in order). Writes
pairs.i32 there and tells on standard output, as JSON, how long it took: from vectors in memory to pairs in memory.

- flat: FAISS's exact index, one search of everybody among everybody.
- batches: the same index, searched by a batch of seekers at a time among those who remain.
- graph: hnswlib's index (FAISS's own, where hnswlib is missing), at the least effort that finds 95 % of neighbours.

Long lists of everybody run out less often than short ones, which saves more than they cost. All three serve the seekers in order from their lists; who has only taken ones in the list is compared with
all who remain. Scores that differ by less than single precision tells are computed again in double precision.
"""

import json
import os
import sys
import time

LISTED = 64
LISTED_OF_REMAINING = 16
NEAR = 4e-6
M = 16
EF_CONSTRUCTION = 100
EFFORTS = (96, 128, 192, 256, 384, 512, 768, 1024, 2048, 4096)
RECALL = 0.95
SAMPLE = 1000
BATCH = 2048
GONE = 0.1


class Pool:
    """A pool in memory. A row times a column is the cosine plus the column's half boost."""

    def __init__(self, folder):
        with open(os.path.join(folder, "pool.json")) as file:
            about = json.load(file)
        self.count = about["count"]
        self.threshold = about["threshold"]
        self.threads = about["threads"]
        shape = (self.count, about["dimension"])
        self.vectors = np.fromfile(os.path.join(folder, "vectors.f32"), "<f4").reshape(shape)
        self.ranks = np.fromfile(os.path.join(folder, "ranks.i32"), "<i4")
        self.half_boosts = np.fromfile(os.path.join(folder, "boosts.f64"), "<f8") * about["weight"] / 2

    def prepare(self):
        """What a search multiplies; part of the time."""
        self.norms = np.sqrt(np.einsum("ij,ij->i", self.vectors, self.vectors, dtype="f8"))
        scaled = self.vectors / self.norms[:, None].astype("f4")
        ones = np.ones((self.count, 1), "f4")
        self.rows = np.hstack([scaled, ones])
        self.columns = np.hstack([scaled, self.half_boosts[:, None].astype("f4")])

    def scores(self, seeker, others):
        """Exact scores."""
        products = self.vectors[others].astype("f8") @ self.vectors[seeker].astype("f8")
        return products / (self.norms[others] * self.norms[seeker]) + self.half_boosts[others] + self.half_boosts[seeker]


class Greedy:
    """Serves seekers in order."""

    def __init__(self, pool):
        self.pool = pool
        self.own = pool.half_boosts.tolist()
        self.taken = np.zeros(pool.count, bool)
        self.pairs = []
        self.remaining = None
        self.searched_again = 0

    def serve(self, seeker, values, numbers):
        """By a list of neighbours, best first."""
        if self.taken[seeker]:
            return
        self.taken[seeker] = True
        least = self.pool.threshold - self.own[seeker] - NEAR
        near = []
        best = None
        for value, number in zip(values, numbers):
            if value < least or number < 0 or (best is not None and value < best - NEAR):
                break
            if not self.taken[number]:
                near.append(number)
                best = value if best is None else best
        else:
            near = self.among_all(seeker, least)
        partner = self.decide(seeker, near)
        if partner is not None:
            self.taken[partner] = True
            self.pairs.append((seeker, partner))

    def decide(self, seeker, near):
        """The exactly best of those who are too near to tell."""
        if not near:
            return None
        scores = self.pool.scores(seeker, near)
        score, _, partner = max((s, -self.pool.ranks[n], n) for s, n in zip(scores, near))
        return int(partner) if score >= self.pool.threshold else None

    def among_all(self, seeker, least):
        """Everybody who remains and comes near the best of them."""
        self.searched_again += 1
        if self.remaining is None or np.count_nonzero(~self.taken[self.remaining]) < 0.7 * len(self.remaining):
            self.remaining = np.flatnonzero(~self.taken)
            self.packed = self.pool.columns[self.remaining]
        if len(self.remaining) == 0:
            return []
        values = self.packed @ self.pool.rows[seeker]
        values[self.taken[self.remaining]] = -np.inf
        best = values.max()
        return [] if best < least else self.remaining[values >= max(best - NEAR, least)].tolist()


def flat(pool, facts):
    index = faiss.IndexFlatIP(pool.columns.shape[1])
    index.add(pool.columns)
    values, numbers = index.search(pool.rows, LISTED + 1)
    return serve_all(pool, values, numbers, facts)


def graph(pool, facts):
    start = time.perf_counter()
    index = Graph(pool)
    facts["build"] = time.perf_counter() - start
    start = time.perf_counter()
    tune(pool, index, facts)
    facts["tuning"] = time.perf_counter() - start
    start = time.perf_counter()
    values, numbers = index.search(pool.rows)
    facts["query"] = time.perf_counter() - start
    return serve_all(pool, values, numbers, facts)


class Graph:
    """A navigable graph of either library."""

    def __init__(self, pool):
        self.threads = pool.threads
        dimension = pool.columns.shape[1]
        self.is_hnswlib = hnswlib is not None
        if self.is_hnswlib:
            self.index = hnswlib.Index(space="ip", dim=dimension)
            self.index.init_index(max_elements=pool.count, M=M, ef_construction=EF_CONSTRUCTION, random_seed=1)
            self.index.add_items(pool.columns, num_threads=pool.threads)
        else:
            self.index = faiss.IndexHNSWFlat(dimension, M, faiss.METRIC_INNER_PRODUCT)
            self.index.hnsw.efConstruction = EF_CONSTRUCTION
            self.index.add(pool.columns)

    def effort(self, ef):
        if self.is_hnswlib:
            self.index.set_ef(ef)
        else:
            self.index.hnsw.efSearch = ef

    def search(self, rows):
        if not self.is_hnswlib:
            return self.index.search(rows, LISTED + 1)
        numbers, distances = self.index.knn_query(rows, k=LISTED + 1, num_threads=self.threads)
        return 1 - distances, numbers.astype("i8")


def tune(pool, index, facts):
    """The least effort that finds enough; not part of the time."""
    sample = np.random.default_rng(1).choice(pool.count, min(SAMPLE, pool.count), replace=False)
    listed = min(LISTED + 1, pool.count)
    exact = np.argpartition(-(pool.rows[sample] @ pool.columns.T), listed - 1, axis=1)[:, :listed]
    # No effort may be less than what is listed.
    for ef in (LISTED + 1, *EFFORTS):
        index.effort(ef)
        found = index.search(pool.rows[sample])[1]
        facts["recall"] = float(np.mean([len(np.intersect1d(a, b)) / listed for a, b in zip(exact, found)]))
        facts["ef"] = ef
        if facts["recall"] >= RECALL:
            return


def serve_all(pool, values, numbers, facts):
    greedy = Greedy(pool)
    for seeker, (some_values, some_numbers) in enumerate(zip(values.tolist(), numbers.tolist())):
        greedy.serve(seeker, some_values, some_numbers)
    facts["searched_again"] = greedy.searched_again
    return greedy.pairs


def batches(pool, facts):
    greedy = Greedy(pool)
    among = np.arange(pool.count)
    index = None
    while True:
        free = np.flatnonzero(~greedy.taken)
        if len(free) == 0:
            break
        if index is None or len(free) < (1 - GONE) * len(among):
            among = free
            index = faiss.IndexFlatIP(pool.columns.shape[1])
            index.add(pool.columns[among])
        batch = free[:BATCH]
        values, places = index.search(pool.rows[batch], LISTED_OF_REMAINING + 1)
        numbers = np.where(places >= 0, among[places], -1).tolist()
        for place, (seeker, some) in enumerate(zip(batch.tolist(), values.tolist())):
            greedy.serve(seeker, some, numbers[place])
    facts["searched_again"] = greedy.searched_again
    return greedy.pairs


def main(folder, method):
    pool = Pool(folder)
    faiss.omp_set_num_threads(pool.threads)
    facts = {"tuning": 0}
    start = time.perf_counter()
    pool.prepare()
    pairs = {"flat": flat, "batches": batches, "graph": graph}[method](pool, facts)
    facts["seconds"] = time.perf_counter() - start - facts["tuning"]
    facts["library"] = "hnswlib" if hnswlib is not None else "FAISS's HNSW"
    np.array(pairs, "<i4").tofile(os.path.join(folder, "pairs.i32"))
    print(json.dumps(facts))


if __name__ == "__main__":
    # Read when the libraries are loaded.
    with open(os.path.join(sys.argv[1], "pool.json")) as settings:
        threads = str(json.load(settings)["threads"])
    os.environ.update(OMP_NUM_THREADS=threads, OPENBLAS_NUM_THREADS=threads)
    import faiss
    import numpy as np

    try:
        import hnswlib
    except ImportError:
        hnswlib = None
    main(sys.argv[1], sys.argv[2])
