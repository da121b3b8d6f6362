#!/bin/sh
# Hits every kind of process of a session, in whatever it is doing, with every kind of end, and looks for what is left:
# docs/soak.md. As the user who calls it, and, if that is root, as nobody too.
#
#     src/test/scripts/kill-matrix.sh
#
# Needs what the launcher has built. Fails when a process or a file is left.
cd "$(dirname "$0")/../../.." || exit 1
./launcher.sh --version >/dev/null || exit 1
matrix() {
  start=$(date +%s)
  rm -f target/kill-matrix.txt
  mvn -q -B -o test -Dgroups=matrix -Dtest=KillMatrixTest "-Dconsole=$*"
  status=$?
  echo "$(grep -c 'nobody left' target/kill-matrix.txt) squares in which nobody was left, and these:"
  grep -v 'nobody left' target/kill-matrix.txt
  echo "$*: $(($(date +%s) - start)) seconds with the build"
  [ $status -eq 0 ] || failed=1
}
failed=0
before=$(mktemp target/before.XXXXXX)
trap 'rm -f "$before"' EXIT
matrix "$PWD/launcher.sh"
if [ "$(id -u)" = 0 ]; then
  matrix setpriv --reuid=65534 --regid=65534 --clear-groups "$PWD/launcher.sh"
  # What a JVM that was killed had unpacked or written there would be there still.
  left=$(find /tmp -maxdepth 1 -uid 65534 -newer "$before")
  [ -z "$left" ] || { echo "left in /tmp: $left"; failed=1; }
fi
exit $failed
