"""Times Capstan beside its peers: runs interleaved, medians of five, ratios of one run.

Same work, and results checked equal before anything is timed. Where a peer is missing, its row says so.
"""
import fcntl, json, os, pty, re, select, shutil, signal, sqlite3, statistics, struct, subprocess, sys, tempfile, termios, time
import peers

PROGRAM, ENGINE = sys.argv[1:3]
TENANTS = int(os.environ.get("BENCH_TENANTS", "2000"))
RUNS = int(os.environ.get("BENCH_RUNS", "5"))
rows = []


def add(work, ours, theirs, unit="ms"):
    """A row: medians and the median of the ratios, run by run."""
    if not theirs:
        rows.append((work, f"{statistics.median(ours):.1f} {unit}", "not here", ""))
        return
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    rows.append((work, f"{statistics.median(ours):.1f} {unit}", f"{statistics.median(theirs):.1f} {unit}", f"{ratio:.3f}"))


def timed(command, **options):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return (time.perf_counter() - begin) * 1000


class Terminal:
    """A program in a pseudo-terminal of 120x40, its output read as it comes."""

    def __init__(self, command, environment=None):
        self.begin = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(command[0], command, dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", **(environment or {})))
        self.output = b""

    def read(self, seconds):
        """Whatever comes until nothing has come for that long; returns when the last byte came."""
        last = time.perf_counter()
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                part = os.read(self.fd, 65536)
            except OSError:
                break
            if not part:
                break
            self.output += part
            last = time.perf_counter()
        return last

    def wait_for(self, pattern, seconds=10):
        """When the text was first complete, in milliseconds since the program was started."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self.fd], [], [], 0.5)[0]:
                self.output += os.read(self.fd, 65536)
                if re.search(pattern, self.output):
                    return (time.perf_counter() - self.begin) * 1000
        raise SystemExit(f"{pattern!r} never came")

    def press(self, key, quiet=0.08):
        """Milliseconds from a key to the last byte of its frame, and the bytes."""
        before = len(self.output)
        begin = time.perf_counter()
        os.write(self.fd, key)
        last = self.read(quiet)
        return (last - begin) * 1000, len(self.output) - before

    def switches(self):
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            for line in open(f"/proc/{self.pid}/task/{task}/status"):
                if "ctxt_switches" in line:
                    total += int(line.split()[1])
        return total

    def memory(self):
        return next(int(l.split()[1]) for l in open(f"/proc/{self.pid}/status") if l.startswith("VmHWM")) / 1024

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def log_for_tig(folder, commits=500):
    """A repository whose log has as many lines as the demo partner has tenants; None where it cannot be."""
    if not shutil.which("tig") or not shutil.which("git"):
        return None
    text = "".join(
        f"commit refs/heads/main\ncommitter A <a@example.com> {1700000000 + n} +0000\ndata 8\nchange {n % 10}\n" for n in range(commits))
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=text.encode(), check=True)
    return ["env", f"GIT_DIR={folder}/.git", f"GIT_WORK_TREE={folder}", "tig"]


home = tempfile.mkdtemp(prefix="capstan-bench-")
os.environ.update(HOME=home, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config")
try:
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.strip()
    print(f"capstan {version}, {os.cpu_count()} cores, {TENANTS} tenants, medians of {RUNS} interleaved runs")

    # First frame of the demo partner of 500 tenants, against htop's.
    subprocess.run([PROGRAM, "demo"], stdin=subprocess.DEVNULL, capture_output=True)
    ours, theirs, tigs, size = [], [], [], 0
    tig = log_for_tig(f"{home}/repository")
    for _ in range(RUNS):
        terminal = Terminal([PROGRAM, "demo"])
        ours.append(terminal.wait_for(rb"Business Applications.*\n?.*", 10))
        terminal.read(0.1)
        size = len(terminal.output)
        terminal.close()
        if shutil.which("htop"):
            terminal = Terminal(["htop"])
            theirs.append(terminal.wait_for(rb"F10", 10))
            terminal.close()
        if tig:
            terminal = Terminal(tig)
            tigs.append(terminal.wait_for(rb"\d+%", 10))
            terminal.close()
    add("exec to first full frame, 500 tenants / htop", ours, theirs)
    add("exec to first full frame, 500 tenants / tig, 500 commits", ours, tigs)
    rows.append(("bytes of the first frame", f"{size} bytes", "", ""))

    # Keys in the list of tenants.
    terminal = Terminal([PROGRAM, "demo"])
    terminal.wait_for(rb"Business Applications", 10)
    terminal.read(0.2)
    terminal.press(b"o")
    terminal.press(b"\r")
    steps = [terminal.press(b"j") for _ in range(20)]
    # htop's own refresh comes between its steps, so of both the median is told, too.
    others = []
    if shutil.which("htop"):
        htop = Terminal(["htop", "-d", "100"])
        htop.wait_for(rb"F10", 10)
        htop.read(0.5)
        others = [htop.press(b"\x1b[B") for _ in range(20)]
        htop.close()
    if tig:
        terminal_of_tig = Terminal(tig)
        terminal_of_tig.wait_for(rb"\d+%", 10)
        terminal_of_tig.read(0.3)
        tig_steps = [terminal_of_tig.press(b"j") for _ in range(20)]
        terminal_of_tig.close()
        rows.append(("cursor step of tig, beside: median", "", f"{statistics.median(s[0] for s in tig_steps):.1f} ms, {statistics.median(s[1] for s in tig_steps):.0f} bytes", ""))
    def beside(number, unit):
        return f"{statistics.median(s[number] for s in others):.{1 - number}f} {unit}" if others else "not there"
    rows.append(("cursor step: key to last byte / htop", f"{statistics.median(s[0] for s in steps):.1f} ms", beside(0, "ms"), ""))
    rows.append(("cursor step: bytes, the median / htop", f"{statistics.median(s[1] for s in steps):.0f} bytes", beside(1, "bytes"), ""))
    rows.append(("cursor step: bytes, the most", f"{max(s[1] for s in steps)} bytes", "", ""))
    for _ in range(14):
        terminal.press(b"j")
    scrolls = [terminal.press(b"j") for _ in range(10)]
    rows.append(("scroll by a row: bytes, the most", f"{max(s[1] for s in scrolls)} bytes", "", ""))
    before, quiet = terminal.switches(), len(terminal.output)
    terminal.read(0.1)
    time.sleep(20)
    terminal.read(0.05)
    rows.append(("idle 20 s: context switches, bytes", f"{terminal.switches() - before}, {len(terminal.output) - quiet}", "", ""))
    rows.append(("peak memory, 500 tenants", f"{terminal.memory():.0f} MiB", "", ""))
    terminal.close()

    # The whole cache: what a cold process takes to score, without and with the score that import left.
    subprocess.run([PROGRAM, "sample-exports", f"{home}/exports", "--tenants", str(TENANTS)], check=True, capture_output=True)
    subprocess.run([PROGRAM, "import", f"{home}/exports", "--cache", f"{home}/all.sqlite"], check=True, capture_output=True)
    score = [PROGRAM, "score", "--format", "json", "--cache", f"{home}/all.sqlite"]
    plain = sqlite3.connect(f"{home}/all.sqlite")
    kept, taken, texts = [], [], set()
    copy = plain.execute("SELECT * FROM kept_score").fetchall()
    for _ in range(RUNS):
        plain.execute("DELETE FROM kept_score")
        plain.commit()
        texts.add(subprocess.run(score, check=True, capture_output=True).stdout)
        taken.append(timed(score))
        plain.executemany("INSERT INTO kept_score VALUES (?, ?, ?, ?, ?, ?)", copy)
        plain.commit()
        texts.add(subprocess.run(score, check=True, capture_output=True).stdout)
        kept.append(timed(score))
    plain.close()
    assert len(texts) == 1, "the kept score is another"
    rows.append((f"cold score of {TENANTS} tenants, all tracks, six months", f"{statistics.median(taken):.1f} ms", "", ""))
    rows.append(("the same, kept by the import", f"{statistics.median(kept):.1f} ms", "", ""))

    # The dashboard on the same cache, before peers fill this process: to start a child takes as long as it is large.
    command = [PROGRAM, "--cache", f"{home}/all.sqlite"]
    ours, theirs = [], []
    for _ in range(RUNS):
        terminal = Terminal(command)
        ours.append(terminal.wait_for(rb"Business Applications.*\n?.*", 20))
        terminal.close()
        if shutil.which("htop"):
            terminal = Terminal(["htop"])
            theirs.append(terminal.wait_for(rb"F10", 10))
            terminal.close()
    add(f"exec to first full frame, {TENANTS} tenants / htop", ours, theirs)
    terminal = Terminal(command)
    terminal.wait_for(rb"live", 30)
    terminal.read(0.5)
    for keys, work in (
        (["o", "\r"], None), (["j"] * 10, "cursor"), (["\x1b[6~"] * 5, "page"), (["s", "s", "l", "s"], "sort"),
        (["/", "f", "e", "n"], "filter keystroke"), (["\r", "5", "\r", "j", "O", "e", "5", "5"], None), (["\r"], "edit, from Enter"),
    ):
        times = [terminal.press(key.encode(), 1.0)[0] for key in keys]
        if work:
            rows.append((f"{work}: key to last byte, the longest", f"{max(times):.1f} ms", "", ""))
    assert b"WHAT-IF" in terminal.output, "no edit was made"
    rows.append((f"peak memory of the dashboard, {TENANTS} tenants", f"{terminal.memory():.0f} MiB", "", ""))
    terminal.close()

    # Import of AzureUsage, against DuckDB and sqlite3.
    file = f"{home}/exports/AzureUsage.csv"
    count = sum(1 for _ in open(file)) - 1
    try:
        import duckdb
    except ImportError:
        duckdb = None
    ours, ducks, lites = [], [], []
    query = ("CREATE OR REPLACE TABLE f AS SELECT CustomerTenantId t, ServiceLevel2 w, PartnerAttributionType a, Month m, "
             "sum(CAST(replace(replace(ACR_USD, ',', ''), '$', '') AS DECIMAL(18,6))) acr "
             f"FROM read_csv('{file}', all_varchar = true) GROUP BY ALL")
    for _ in range(RUNS):
        for name in os.listdir(home):
            if name.startswith("import.") or name.startswith("peer."):
                os.remove(f"{home}/{name}")
        # Who comes next would wait for what the one before still has to write.
        os.sync()
        ours.append(timed([PROGRAM, "import", file, "--cache", f"{home}/import.sqlite"]))
        if duckdb:
            os.sync()
            begin = time.perf_counter()
            connection = duckdb.connect(f"{home}/peer.duckdb")
            connection.execute("SET threads = 2")
            connection.execute(query)
            connection.close()
            ducks.append((time.perf_counter() - begin) * 1000)
        if shutil.which("sqlite3"):
            os.sync()
            lites.append(timed(["sqlite3", f"{home}/peer.sqlite", ".mode csv", f".import {file} raw"]))
    add(f"import of {count} AzureUsage rows / DuckDB", ours, ducks)
    add(f"import of {count} AzureUsage rows / sqlite3 .import", ours, lites)

    # The engine in one process; it checks its own results against each other.
    day = time.strftime("%Y-%m-%d")
    figures = json.loads(subprocess.run([ENGINE, f"{home}/all.sqlite", day, str(RUNS), f"{home}/facts.csv"], check=True, capture_output=True).stdout)
    for key, work in (("load", "load of all usage, two cores"), ("score", "full score in memory, one core"), ("cores", "full score in memory, two cores from 4,000 tenants on"), ("show", "edited data ready to be shown")):
        rows.append((work, f"{statistics.median(figures[key]):.2f} ms", "", ""))
    edits = sorted(figures["edit"])
    rows.append(("an edit to a new scorecard: median, p95", f"{statistics.median(edits):.0f}, {edits[len(edits) * 95 // 100]:.0f} us", "", ""))
    plans = [statistics.median(p) for p in figures["plan"]]
    rows.append(("a plan for 100 points, by area: least, most", f"{min(plans):.0f}, {max(plans):.0f} ms", "", ""))

    # The same facts in DuckDB and polars, asked for a part of the counts; each must be right first.
    questions = peers.Questions(figures["workloads"], figures["associations"], figures["last"])
    wanted = {m["id"]: figures["counts"][m["id"]] for m in questions.measures}
    mine, on_cores, warm, frames, cold, tables = [], [], [], [], [], None
    connection, statement = None, peers.sql(questions)
    if duckdb:
        connection = duckdb.connect(f"{home}/score.duckdb")
        peers.fill(connection, f"{home}/facts.csv", questions)
        assert peers.counts(connection, statement, questions) == wanted, "DuckDB counts something else"
        connection.execute("SET threads = 1")
        try:
            tables = peers.frames(connection)
            assert peers.polars_counts(tables, questions) == wanted, "polars counts something else"
        except ImportError:
            pass
    for _ in range(RUNS):
        again = json.loads(subprocess.run([ENGINE, f"{home}/all.sqlite", day, "2"], check=True, capture_output=True).stdout)
        mine.append(again["score"][-1])
        on_cores.append(again["cores"][-1])
        if connection:
            begin = time.perf_counter()
            connection.execute(statement).fetchall()
            warm.append((time.perf_counter() - begin) * 1000)
        if tables:
            begin = time.perf_counter()
            peers.polars_counts(tables, questions)
            frames.append((time.perf_counter() - begin) * 1000)
    if connection:
        connection.close()
        for _ in range(RUNS):
            begin = time.perf_counter()
            connection = duckdb.connect(f"{home}/score.duckdb", read_only=True)
            connection.execute("SET threads = 2")
            connection.execute(statement).fetchall()
            connection.close()
            cold.append((time.perf_counter() - begin) * 1000)
    part = f"{len(wanted)} usage measures, six months"
    add(f"full score, one core / DuckDB warm, one thread, {part}", mine, warm)
    add(f"full score, as many cores as pay / polars in memory, all cores, {part}", on_cores, frames)
    add(f"cold score, two cores / DuckDB on its file, opened anew, {part}", taken, cold)
finally:
    shutil.rmtree(home, ignore_errors=True)

widths = [max(len(r[i]) for r in rows + [("work", "capstan", "peer", "ratio")]) for i in range(4)]
for row in [("work", "capstan", "peer", "ratio")] + rows:
    print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
