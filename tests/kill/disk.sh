#!/bin/bash
# Builds where the system says no: a full disk, a disk without room for names, a read-only disk, a
# mount point. Each time the exit code is 3, the message names the path, and the old site stands. Acts on records
# leave the old records there.
#
#     tests/kill/disk.sh BINARY SITE
#
# Needs root, or user namespaces: all mounts are made in a namespace of their own.
set -euo pipefail

if [ "${1:-}" != inside ]; then
    binary=$(realpath "$1") site=$(realpath "$2")
    options=(--mount)
    [ "$(id -u)" = 0 ] || options+=(--user --map-root-user)
    exec unshare "${options[@]}" "$0" inside "$binary" "$site"
fi
binary=$2 site=$3
work=$(mktemp -d)
mount -t tmpfs tmpfs "$work"
trap 'cd /; umount -R "$work"; rmdir "$work"' EXIT
failures=0

build() { "$binary" -C "$site" build --out "$1" --as-of "$2" >"$work/message" 2>&1; }
sums() { (cd "$1" && find . -type f -exec sha256sum {} + | sort -k 2); }
wrong() { echo "wrong: $*"; sed 's/^/    /' "$work/message"; failures=$((failures + 1)); }

# refuses NAME OUT MESSAGE: a build to OUT ends with 3, names OUT, and changes nothing there.
refuses() {
    local before code=0
    before=$(sums "$2")
    build "$2" 2031-06-11 || code=$?
    [ "$code" = 3 ] || wrong "$1: exit code $code"
    grep -qF "$2" "$work/message" || wrong "$1: the message does not name $2"
    grep -qiE "$3" "$work/message" || wrong "$1: the message does not say: $3"
    grep -q "help: " "$work/message" || wrong "$1: no remedy"
    [ "$(sums "$2")" = "$before" ] || wrong "$1: the old site has changed"
    [ ! -e "$(dirname "$2")/.$(basename "$2").hustings-build" ] || wrong "$1: the workshop stayed"
    echo "done: $1"
}

# recovers NAME OUT: with the trouble gone, the same build goes through.
recovers() { build "$2" 2031-06-11 || wrong "$1: the build after it fails"; }

build "$work/size" 2031-05-10 || { cat "$work/message"; exit 1; }
kilobytes=$(du -s --block-size=1024 "$work/size" | cut -f 1)
inodes=$(find "$work/size" | wc -l)

mkdir "$work/full"
mount -t tmpfs -o "size=$((kilobytes + 32))k" tmpfs "$work/full"
build "$work/full/public" 2031-05-10 || wrong "the first build on a small disk"
refuses "full disk" "$work/full/public" "no space left"
mount -o "remount,size=$((kilobytes * 4))k" "$work/full"
recovers "full disk" "$work/full/public"

mkdir "$work/names"
mount -t tmpfs -o "nr_inodes=$((inodes * 3 / 2 + 8))" tmpfs "$work/names"
build "$work/names/public" 2031-05-10 || wrong "the first build on a disk with few names"
refuses "no room for names" "$work/names/public" "no space left"

mkdir "$work/ro"
mount -t tmpfs tmpfs "$work/ro"
build "$work/ro/public" 2031-05-10 || wrong "the first build on a disk still writable"
mount -o remount,ro "$work/ro"
refuses "read-only disk" "$work/ro/public" "read-only"
mount -o remount,rw "$work/ro"
recovers "read-only disk" "$work/ro/public"

mkdir -p "$work/mount/public"
mount -t tmpfs tmpfs "$work/mount/public"
refuses "mount point" "$work/mount/public" "mount point"

mkdir -p "$work/bound/public"
mount --bind "$work/size" "$work/bound/public"
refuses "mount point of the same disk" "$work/bound/public" "mount point"

mkdir "$work/inner"
build "$work/inner/public" 2031-05-10
mkdir "$work/inner/public/.mounted"
mount -t tmpfs tmpfs "$work/inner/public/.mounted"
refuses "something mounted in the output" "$work/inner/public" "mount point"

# acts NAME SITE MESSAGE WORDS...: an act on the records there ends with 3, and leaves them as they were.
acts() {
    local name=$1 folder=$2 message=$3 before code=0
    shift 3
    before=$(sums "$folder")
    "$binary" --quiet -C "$folder" "$@" </dev/null >"$work/message" 2>&1 || code=$?
    [ "$code" = 3 ] || wrong "$name: exit code $code"
    grep -qiE "$message" "$work/message" || wrong "$name: the message does not say: $message"
    grep -q "help: " "$work/message" || wrong "$name: no remedy"
    [ "$(sums "$folder")" = "$before" ] || wrong "$name: the records have changed"
    echo "done: $name"
}

ask=(ask third --paper --on 2031-04-20 --deadline 2031-04-28 --ballot example.old-quay.2031-05-01)
mkdir "$work/records"
mount -t tmpfs tmpfs "$work/records"
cp -r "$site" "$work/records/site"
for trouble in full names; do
    case $trouble in
        full) mount -o "remount,size=$(du -s --block-size=1024 "$work/records" | cut -f 1)k" "$work/records" ;;
        names) mount -o "remount,size=0,nr_inodes=$(find "$work/records" | wc -l)" "$work/records" ;;
    esac
    acts "letters, $trouble disk" "$work/records/site" "no space left" "${ask[@]}"
    acts "a question, $trouble disk" "$work/records/site" "no space left" add question Ducks? --short Ducks? --wants yes
    acts "a moved question, $trouble disk" "$work/records/site" "no space left" rename clock-at-night night-clock
    acts "a moved ballot, $trouble disk" "$work/records/site" "no space left" rename old-quay old-harbour
done
mount -o remount,ro,nr_inodes=0 "$work/records"
acts "letters, read-only disk" "$work/records/site" "read-only" "${ask[@]}"
acts "a moved question, read-only disk" "$work/records/site" "read-only" rename clock-at-night night-clock
mount -o remount,rw "$work/records"
"$binary" --quiet -C "$work/records/site" "${ask[@]}" >"$work/message" 2>&1 || wrong "letters: they fail when there is room again"

if [ "$(cat /proc/self/uid_map | awk '{print $3}')" -gt 1 ]; then
    mkdir "$work/locked"
    build "$work/locked/public" 2031-05-10
    chmod 0755 "$work"
    touch "$work/message" && chmod 0666 "$work/message"
    chown -R 65534:65534 "$work/locked" && chmod 0555 "$work/locked"
    cp "$binary" "$work/hustings" && cp -r "$site" "$work/site"
    chmod -R a+rX "$work/hustings" "$work/site"
    binary=$work/as-nobody site=$work/site
    printf '#!/bin/sh\nexec setpriv --reuid 65534 --regid 65534 --clear-groups %q "$@"\n' "$work/hustings" >"$binary"
    chmod 0755 "$binary"
    if "$binary" --version >/dev/null 2>&1; then
        refuses "a folder above without the right to write" "$work/locked/public" "permission denied"
    else
        echo "skipped: nobody may not run the binary where it stands"
    fi
fi

[ "$failures" = 0 ] && echo "all as it should be"
exit "$((failures > 0))"
