#!/bin/sh
# Forks 50,000 times, in sessions of every shape, and shows what came of it: docs/soak.md.
#
#     src/test/scripts/soak.sh [FORKS [SHAPE,SHAPE…]]
#
# Fails when a session hung, did something wrong or left a process.
cd "$(dirname "$0")/../../.." || exit 1
rm -f target/soak.md
start=$(date +%s)
mvn -q -B test -Dgroups=soak -Dtest=ForkSoakTest "-Dforks=${1:-50000}" "-Dshapes=${2:-}"
status=$?
cat target/soak.md
echo
echo "$(nproc) processors, Linux $(uname -r), $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.*version "\(.*\)".*/Java \1/p'), $(($(date +%s) - start)) seconds with the build"
exit $status
