"""What DuckDB and polars are asked to count: the usage measures of the rulebook, all six months at once.

Left out, which is to the peers' good: measures with qualified usage, classification, people, points.
"""
import re, tomllib

RULEBOOK = "Sources/RuleFiles/Rulebooks/insights-2024.toml"


def folded(name):
    return re.sub(r"[\W_]", "", name).lower()


class Questions:
    """The rulebook's measures, with the workload and association numbers of one portfolio."""

    def __init__(self, workloads, associations, last):
        with open(RULEBOOK, "rb") as file:
            self.rules = tomllib.load(file)
        self.last = last
        self.workloads, self.associations = workloads, associations
        self.measures = [m for m in self.rules["measure"] if "scope" in m and not m.get("qualified-usage") and m["compare"] != "both-periods"]
        self.rates = {}
        for rule in self.rules["workload"]:
            for number in self.numbers(rule):
                if "mcv-per-unit" in rule:
                    self.rates[number] = (rule.get("counted-by", "users"), round(rule["mcv-per-unit"] * 1_000_000))

    def numbers(self, rule):
        names = {folded(n) for n in [rule["name"], *rule.get("aliases", [])]}
        return [n for n, w in enumerate(self.workloads) if folded(w) in names]

    def workload_numbers(self, names):
        """None for all; a group's name means its members."""
        if names == "all":
            return None
        groups = {g["name"]: g["workloads"] for g in self.rules["workload-group"]}
        rules = {w["name"]: w for w in self.rules["workload"]}
        members = [member for name in names for member in groups.get(name, [name])]
        return sorted({n for name in members for n in self.numbers(rules.get(name, {"name": name}))})

    def association_numbers(self, ids):
        rules = [a for a in self.rules["association"] if a["id"] in ids or a.get("family") in ids]
        names = {folded(n) for a in rules for n in [a["id"], a["name"], *a.get("aliases", [])]}
        return [n for n, a in enumerate(self.associations) if folded(a) in names]

    def pairs(self, scope):
        """What a scope admits: workload numbers (None for all) and association numbers."""
        pairs = next(s for s in self.rules["scope"] if s["id"] == scope)["pair"]
        return [(self.workload_numbers(p["workloads"]), self.association_numbers(p["associations"])) for p in pairs]

    def lanes(self, months, shift):
        """The months a measure looks at, counted back from L."""
        end = self.last - shift
        return {"last": [end], "either-of-last-two": [end - 1, end], "ttm": list(range(end - 11, end + 1))}[months]

    def table(self, measure):
        """Where its values are: a table, and the column of a total."""
        used = {t.get("any-workload") or t.get("total") for t in measure.get("test", [])} | {measure.get("total")}
        if used & {"pau", "mau"}:
            return "seats", measure.get("total")
        return ("units" if "consumption" in used else next(f for f in used if f)), "value"

    def measure(self, id):
        return next(m for m in self.measures if m["id"] == id)

    def shifts(self):
        return [(k, k + 12) for k in range(6)]


def bound(test, value, scale):
    """A test's bounds as a condition."""
    signs = {"above": ">", "at-least": ">=", "below": "<", "up-to": "<="}
    return " AND ".join(f"{value} {signs[key]} {test[key] * scale}" for key in signs if key in test)


def condition(test):
    if "any-workload" in test:
        return f"bool_or({bound(test, test['any-workload'], 1)})"
    if "share" in test:
        sign, percent = (">=", test["at-least-percent"]) if "at-least-percent" in test else (">", test["above-percent"])
        return f"sum({test['of']}) > 0 AND sum({test['share']}) * 100 {sign} sum({test['of']}) * {percent}"
    return bound(test, "sum(value)", 1_000_000)


def sql(questions):
    """One statement: a row (measure, shift, side, count) for every number."""
    views, parts = {}, []

    def admitted(scope):
        return " OR ".join(
            f"(association IN ({','.join(map(str, a)) or -1})" + (f" AND workload IN ({','.join(map(str, w)) or -1})" if w is not None else "") + ")"
            for w, a in questions.pairs(scope))

    def view(scope, table):
        name = "v_" + (scope + "_" + table).replace("-", "_")
        largest = "max(pau) AS pau, max(mau) AS mau" if table == "seats" else "max(value) AS value"
        views[name] = (f"{name} AS MATERIALIZED (SELECT tenant, workload, month, {largest} FROM {table} "
                       f"WHERE ({admitted(scope)}) AND month BETWEEN {questions.last - 29} AND {questions.last} GROUP BY ALL)")
        return name

    for measure in questions.measures:
        tests = measure.get("test", [])
        table, value = questions.table(measure)
        source, months = view(measure["scope"], table), measure["months"]
        spans = [(k, side, questions.lanes(months, shift)) for k, pair in enumerate(questions.shifts()) for side, shift in enumerate(pair)]
        within = [(k, side, f"month BETWEEN {l[0]} AND {l[-1]}") for k, side, l in spans]
        if measure["counts"] == "total":
            inner, what = f"SELECT month, sum({value}) AS n FROM {source} GROUP BY month", "sum(n)"
        elif measure["counts"] == "workloads":
            numbers = questions.workload_numbers(measure.get("except", [])) or [-1]
            inner = f"SELECT workload, month FROM {source} WHERE value > 0 AND workload NOT IN ({','.join(map(str, numbers))}) GROUP BY ALL"
            what = "count(DISTINCT workload)"
        elif months == "ttm":
            sums = ", ".join(f"sum(value) FILTER ({f}) AS s{k}_{side}" for k, side, f in within)
            inner, what = f"SELECT {sums} FROM {source} GROUP BY tenant", "count(*)"
            within = [(k, side, bound(tests[0], f"s{k}_{side}", 1_000_000)) for k, side, _ in within]
        else:
            key = "tenant, workload, month" if measure["counts"] == "pairs" else "tenant, month"
            met = " AND ".join(f"({condition(t)})" for t in tests)
            inner = f"SELECT {key} FROM {source} GROUP BY {key} HAVING {met}"
            what = "count(DISTINCT tenant)" if months != "last" else "count(*)"
        counts = ", ".join(f"CAST(coalesce({what} FILTER ({f}), 0) AS BIGINT)" for _, _, f in within)
        parts.append(f"SELECT '{measure['id']}' AS measure, [{counts}] AS counts FROM ({inner})")
    return "WITH " + ",\n".join(views.values()) + "\n" + "\nUNION ALL ".join(parts)


def fill(connection, facts, questions):
    """A native table for each field, with the narrowest types; consumption is units by the rate card."""
    key = "CAST(tenant AS INTEGER) AS tenant, CAST(workload AS USMALLINT) AS workload, CAST(association AS UTINYINT) AS association, CAST(month AS UTINYINT) AS month"
    connection.execute(f"CREATE TEMP TABLE facts AS SELECT * FROM read_csv('{facts}')")
    for field in ("acr", "revenue"):
        connection.execute(f"CREATE TABLE {field} AS SELECT {key}, value FROM facts WHERE field = '{field}'")
    connection.execute(
        f"CREATE TABLE seats AS SELECT {key}, CAST(sum(value) FILTER (field = 'pau') AS INTEGER) AS pau, "
        "CAST(sum(value) FILTER (field = 'mau') AS INTEGER) AS mau FROM facts WHERE field IN ('pau', 'mau') GROUP BY ALL")
    rates = " ".join(f"WHEN workload = {n} AND field = '{field}' THEN {rate}" for n, (field, rate) in questions.rates.items())
    connection.execute(
        f"CREATE TABLE units AS SELECT {key}, CAST(value * CASE {rates} END AS BIGINT) AS value FROM facts "
        f"WHERE field IN ('users', 'capacity') AND CASE {rates} END IS NOT NULL")
    connection.execute("DROP TABLE facts")


def counts(connection, statement, questions):
    """By measure: the count and its baseline for each month of the window."""
    rows = connection.execute(statement).fetchall()
    return {name: paired(numbers, questions.measure(name)) for name, numbers in rows}


def paired(numbers, measure):
    """Count and baseline of each month; nothing is compared where a measure is of the current side alone."""
    pairs = [list(numbers[i:i + 2]) for i in range(0, len(numbers), 2)]
    return [[now, 0] for now, _ in pairs] if measure["compare"] == "current" else pairs


def frames(connection):
    """The same tables for polars, in memory."""
    import polars
    return {table: polars.from_arrow(connection.sql(f"SELECT * FROM {table}").to_arrow_table()) for table in ("acr", "revenue", "seats", "units")}


def polars_counts(frames, questions):
    """What `counts` gives, by expressions of polars over whole columns."""
    import polars as pl

    def met(test):
        signs = {"above": pl.Expr.gt, "at-least": pl.Expr.ge, "below": pl.Expr.lt, "up-to": pl.Expr.le}

        def bound(value, scale=1):
            return pl.all_horizontal(signs[key](value, test[key] * scale) for key in signs if key in test)

        if "any-workload" in test:
            return bound(pl.col(test["any-workload"])).any()
        if "share" in test:
            share, of = pl.col(test["share"]).sum() * 100, pl.col(test["of"]).sum()
            return (of > 0) & (share >= of * test["at-least-percent"] if "at-least-percent" in test else share > of * test["above-percent"])
        return bound(pl.col("value").sum(), 1_000_000)

    views, result = {}, {}
    for measure in questions.measures:
        table, column = questions.table(measure)
        if (measure["scope"], table) not in views:
            admitted = pl.any_horizontal(
                pl.col("association").is_in(a) & (pl.lit(True) if w is None else pl.col("workload").is_in(w))
                for w, a in questions.pairs(measure["scope"]))
            columns = ["pau", "mau"] if table == "seats" else ["value"]
            views[measure["scope"], table] = (
                frames[table].lazy().filter(admitted & (pl.col("month") >= questions.last - 29))
                .group_by("tenant", "workload", "month").agg(pl.col(columns).max()).collect())
        view, tests = views[measure["scope"], table], measure.get("test", [])
        spans = [questions.lanes(measure["months"], shift) for pair in questions.shifts() for shift in pair]
        within = [pl.col("month").is_between(l[0], l[-1]) for l in spans]
        if measure["counts"] == "total":
            inner, wanted = view.lazy().group_by("month").agg(n=pl.col(column).sum()), [pl.col("n").filter(f).sum() for f in within]
        elif measure["counts"] == "workloads":
            inner = view.lazy().filter((pl.col("value") > 0) & ~pl.col("workload").is_in(questions.workload_numbers(measure.get("except", []))))
            wanted = [pl.col("workload").filter(f).n_unique() for f in within]
        elif measure["months"] == "ttm":
            sums = [pl.col("value").filter(f).sum().alias(f"s{n}") for n, f in enumerate(within)]
            inner = view.lazy().group_by("tenant").agg(sums)
            wanted = [(pl.col(f"s{n}") >= tests[0]["at-least"] * 1_000_000).sum() for n in range(len(within))]
        else:
            key = ["tenant", "workload", "month"] if measure["counts"] == "pairs" else ["tenant", "month"]
            inner = view.lazy().group_by(key).agg(is_met=pl.all_horizontal(met(t) for t in tests)).filter("is_met")
            wanted = [pl.col("tenant").filter(f).n_unique() if measure["months"] != "last" else f.sum() for f in within]
        row = inner.select(w.alias(str(n)) for n, w in enumerate(wanted)).collect().row(0)
        result[measure["id"]] = paired(row, measure)
    return result
