#!/bin/sh
# Starts ForkShell. Builds it first when there is no jar yet, or when the sources are newer than the jar.
# Every start pays for what stands here, so the usual path runs no more than two other programs before java.

say() {
  printf 'forkshell: %s\n' "$*" >&2
}

die() {
  say "$@"
  exit 1
}

how_to_install='install a JDK (17 or later) and Maven, e.g.
  Debian, Ubuntu:  sudo apt install openjdk-17-jdk maven
  Fedora:          sudo dnf install java-latest-openjdk-devel maven
  Arch:            sudo pacman -S jdk-openjdk maven
  Alpine:          sudo apk add openjdk17 maven'

[ -d /proc/self/task ] || case $(uname -s) in
  Linux) die "needs /proc, which is not mounted here" ;;
  *) die "runs on Linux only, and this is $(uname -s): use a Linux machine, container, virtual machine or WSL" ;;
esac

# A JVM that gets too little of something says so in a page of its own words, or dies without any. So the limits are
# looked at before there is one. Reading them takes no other program; the CPU time is the user's to give.
count_threads() {
  # What the kernel counts for ulimit -u.
  threads=0
  for process in /proc/[0-9]*; do
    [ -O "$process" ] || continue
    set -- "$process"/task/*
    threads=$((threads + $#))
  done
}

# need OPTION VALUE NEEDED UNIT WHAT WHAT-IN-CHINESE
need() {
  case $2 in unlimited | ???????????????*) return ;; esac
  [ "${2:-0}" -lt "$3" ] || return
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    zh*) die "ForkShell 需要 $(($3 / $4))，但$6（ulimit $1）是 $(($2 / $4))：请提高它，然后重试" ;;
    *) die "needs $(($3 / $4)), and the limit on $5 (ulimit $1) is $(($2 / $4)): raise it, then try again" ;;
  esac
}

files=unlimited
while read -r word what value rest; do
  case $word\ $what in
    Max\ processes) processes=$value ;;
    Max\ open) files=${rest%% *} ;;
    Max\ file) [ "$value" = locks ] || size=${rest%% *} ;;
    Max\ data) data=${rest%% *} ;;
    Max\ address) space=${rest%% *} ;;
    Max\ stack) stack=${rest%% *} ;;
  esac
done </proc/$$/limits || files=12
need -n "$files" 20 1 'open files' '打开文件数的上限'
need -f "${size:-unlimited}" 268435456 1024 'the size of files, in KiB' '文件大小的上限（KiB）'
need -v "${space:-unlimited}" 6442450944 1024 'memory, in KiB' '内存的上限（KiB）'
need -d "${data:-unlimited}" 4294967296 1024 'data, in KiB' '数据段的上限（KiB）'
need -s "${stack:-unlimited}" 65536 1024 'the stack, in KiB' '栈的上限（KiB）'
# There are not more threads of this user than of all, which one line says.
if [ "${processes:-unlimited}" != unlimited ]; then
  read -r word word word all word </proc/loadavg
  if [ "$processes" -lt $((${all#*/} + 64)) ]; then
    while read -r key uid rest; do
      case $key in Uid:) break ;; esac
    done </proc/$$/status
    count_threads
    # The kernel lets root have as many as there may be.
    [ "$uid" = 0 ] || need -u "$processes" $((threads + 48)) 1 \
      "processes and threads of this user, who has $threads," "该用户的进程和线程数（已有 $threads 个）的上限"
  fi
fi

# A JVM does not start in a directory that was removed.
[ . -ef "$(pwd -P 2>/dev/null)" ] || die "the current directory $PWD does not exist any more: cd to another one"

# A closed standard descriptor would become one of the JVM's own files.
[ -e /proc/$$/fd/0 ] || exec </dev/null
[ -e /proc/$$/fd/1 ] || exec >/dev/null
[ -e /proc/$$/fd/2 ] || exec 2>/dev/null

# What the user gave to the program: further descriptors (prog 5<file) and signals to ignore (nohup, a script's background
# job). A JVM opens files and sets signals of its own, so both are noted before it starts. Reading takes no other program.
descriptors=
for entry in /proc/$$/fd/*; do
  fd=${entry##*/}
  case $fd in 0 | 1 | 2) continue ;; esac
  # The shell's own close on exec, O_CLOEXEC, which is 02000000; what it listed the directory with is closed again.
  [ -r "/proc/$$/fdinfo/$fd" ] || continue
  while read -r key value; do
    case $key in
      flags:) case $value in *[2367]??????) ;; *) descriptors="$descriptors$fd " ;; esac; break ;;
    esac
  done <"/proc/$$/fdinfo/$fd"
done
ignored=
while read -r key value; do
  case $key in SigIgn:) ignored=$value; break ;; esac
done </proc/$$/status

# Where is the checkout? $0 may be a symlink, even to a symlink.
self=$0
case $self in */*) ;; *) self=./$self ;; esac
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
done
home=$(CDPATH='' cd -P "${self%/*}/" && pwd -P) || exit 1
target=$home/target
jar=$target/forkshell.jar

# Which Java? The JDK's own "release" file answers without starting a JVM.
if [ -n "${JAVA_HOME:-}" ]; then
  java_home=$JAVA_HOME
  java=$java_home/bin/java
  [ -x "$java" ] ||
    die "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it: unset it or let it name a JDK (17 or later)"
else
  java=$(command -v java) || die "java not found: $how_to_install"
  java=$(readlink -f "$java")
  java_home=${java%/bin/java}
fi

version=
if [ -r "$java_home/release" ]; then
  while IFS='=' read -r key value; do
    case $key in
      JAVA_RUNTIME_VERSION) version=$value ;;
      JAVA_VERSION) version=${version:-$value}; break ;;
    esac
  done <"$java_home/release"
  version=${version#\"}
  version=${version%\"}
fi
if [ -z "$version" ]; then
  # A wrapper in front of the JVM, or a JVM that came without the file: ask it.
  settings=$("$java" -XshowSettings:properties -version 2>&1)
  java_home=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
  version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.runtime\.version = //p')
  [ -n "$version" ] || die "$java does not start: $how_to_install"
fi
major=${version%%[!0-9]*}
[ "${major:-0}" -ge 17 ] || die "Java $version in $java_home is too old: $how_to_install"

# A JVM can name no file, and read no argument, that its locale's encoding lacks. C and POSIX have only ASCII, and so has
# a locale that is not installed: the JVM gets one that has everything, and is told what the user's LC_ALL was.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX | *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) jvm_locale=C.UTF-8 ;;
  *) jvm_locale= ;;
esac

# The console is small and short-lived: the quick compiler, the small collector, no jvmstat file. A class-data
# archive that does not fit is ignored, the limit on open files stays the user's, and -Xlog:disable keeps the JVM from talking about it.
# A crash leaves no hs_err_pid*.log, no replay_pid*.log and no core in the user's directory.
exec_jvm() {
  if [ "$major" -ge 24 ]; then
    # jnr uses native code and sun.misc.Unsafe, and from 24 on the JVM warns about either.
    set -- --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "$@"
  fi
  if [ -n "$jvm_locale" ]; then
    set -- "-Dforkshell.lc_all=${LC_ALL:-}" "$@"
    export LC_ALL="$jvm_locale"
  fi
  exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xshare:auto -Xlog:disable \
    -XX:-MaxFDLimit -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null -XX:ReplayDataFile=/dev/null \
    "-Dforkshell.descriptors=$descriptors" "-Dforkshell.ignored=$ignored" \
    "-Dforkshell.home=$home" "-Djffi.boot.library.path=$target/native" "-Dlibrary.jline.path=$target/native" "$@"
}

is_stale() {
  [ ! -f "$jar" ] || [ -n "$(find "$home/pom.xml" "$home/src/main" -newer "$jar" -print -quit 2>/dev/null)" ]
}

# Of what was copied or moved here with the archives they are none: a JVM then goes without even its own.
lacks_archive() {
  [ ! "$archive" -nt "$jar" ] || ! [ "$target/archived.jar" -ef "$jar" ]
}

build() {
  if [ -f "$jar" ]; then
    why='sources changed'
  else
    why='first use'
  fi
  if [ ! -x "$java_home/bin/javac" ]; then
    missing="javac not found in $java_home, which is a JRE"
  elif ! command -v mvn >/dev/null; then
    missing='mvn not found'
  else
    missing=
  fi
  if [ -n "$missing" ]; then
    [ -f "$jar" ] || die "$missing: $how_to_install"
    say "$missing: running the build from before the sources changed"
    return 0
  fi
  say "building ForkShell ($why)…"
  started=$target/build-started
  : >"$started"
  # Without a home directory to write to (su nobody) Maven needs another place for what it fetches.
  if [ -w "${HOME:-/nonexistent}" ]; then
    repository=
  else
    repository=-Dmaven.repo.local=$target/repository
  fi
  (
    cd "$home" &&
      JAVA_HOME=$java_home mvn -B -q -DskipTests ${repository:+"$repository"} package
  ) </dev/null >"$target/build.log" 2>&1 || {
    cat "$target/build.log" >&2
    die "the build failed, see above"
  }
  # What was edited while the build ran is newer than the jar.
  touch -r "$started" "$jar"
  rm -rf "$target"/*.jsa "$target/native" "$target/original-forkshell.jar"
}

# Makes the archives of loaded classes that make the start quicker, one for each of the two JVMs. They are static ones,
# made of lists: a dynamic one, which a JVM writes at its end, leaves out the libraries' classes of an old format.
# The native libraries are laid out on the way: the old ones must not serve a new jar.
archive_classes() {
  rm -rf "$target/native" "$target/archived.jar" "$archive" "$target/lab-$version.jsa"
  (exec_jvm "-XX:DumpLoadedClassList=$target/console.classes" "-Dforkshell.classes=$target/lab.classes" \
    -jar "$jar" --warm-up) && archive_listed lab -cp "$jar" && archive_listed console -jar "$jar"
  # An empty file says "tried, does not work here".
  [ -s "$archive" ] || : >"$archive"
  ln -sf "$jar" "$target/archived.jar"
  rm -f "$target"/*.classes "$target"/*.jsa.new
} </dev/null >/dev/null 2>&1 9>&-

# archive_listed NAME OPTION JAR
archive_listed() {
  # Java 25 lists constants to resolve beforehand, which links classes; none that is linked and of the old format is archived.
  sed -i '/^@cp /d' "$target/$1.classes"
  (exec_jvm -Xshare:dump "-XX:SharedClassListFile=$target/$1.classes" "-XX:SharedArchiveFile=$target/$1.jsa.new" "$2" "$3")
  [ -s "$target/$1.jsa.new" ] && mv -f "$target/$1.jsa.new" "$target/$1-$version.jsa"
}

# Does what is needed while no other launcher of this checkout does. That one may just have done it.
prepare() {
  # In a subshell, whose descriptor 9 is not the user's.
  (
    if command -v flock >/dev/null; then
      flock -n 9 || { say 'another launcher is building, waiting for it…'; flock 9; }
    fi
    is_stale && build
    lacks_archive && archive_classes
    :
  ) 9<"$target" || exit 1
}

archive=$target/console-$version.jsa

# A checkout of somebody else runs as it is.
[ -e "$target" ] || mkdir "$target" 2>/dev/null
if [ -w "$target" ]; then
  if is_stale || lacks_archive; then prepare; fi
elif [ ! -r "$jar" ]; then
  die "not built yet, and user $(id -un) may not write to $home: let its owner run ./launcher.sh once, or use a copy of your own"
fi

if [ -s "$archive" ] && ! lacks_archive; then
  set -- "-XX:SharedArchiveFile=$archive" "-Dforkshell.archive=$target/lab-$version.jsa" -jar "$jar" "$@"
else
  set -- -jar "$jar" "$@"
fi
exec_jvm "$@"
