"""Makes changed copies of a list of candidates: every 20th person renamed, merged into a new number, or moved to the next ballot.

    python3 changed.py LIST FOLDER

Each copy holds the changes of those before it, as later lists do: renamed.csv, merged.csv, moved.csv.
"""

import csv
import sys
from pathlib import Path

source, folder = Path(sys.argv[1]), Path(sys.argv[2])
with source.open(encoding="utf-8", newline="") as file:
    reader = csv.DictReader(file)
    columns, rows = reader.fieldnames, list(reader)


def write(name):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


for row in rows[::20]:
    row["name"] = row["name"].replace(" ", " Made-up ", 1) + " Jr"
write("renamed.csv")

for number, row in enumerate(rows[5::20]):
    row["old_person_ids"] = ";".join(filter(None, [row["old_person_ids"], row["id"]]))
    row["id"] = str(90_000_000 + number)
    if number % 2:
        row["name"] += " Merged"
write("merged.csv")

places = ["ballot_paper_id", "post_id", "post_label", "gss_code", "NUTS1"]
for number, row in enumerate(rows[9::20]):
    other = rows[(9 + 20 * number + 1) % len(rows)]
    row.update({column: other[column] for column in places})
    # Whoever stood elsewhere was not elected here.
    if "elected" in columns:
        row["elected"] = ""
    if number % 3 == 0:
        row["old_person_ids"] = ";".join(filter(None, [row["old_person_ids"], row["id"]]))
        row["id"] = str(91_000_000 + number)
write("moved.csv")
