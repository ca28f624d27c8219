# shellcheck shell=bash
# Sourced by the scripts after setup.sh: builds the distribution when its sources are newer.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
DIST=$ROOT/server/target/dist
BUILT=$ROOT/server/target/built
CLASSES=$DIST/classes.jsa

# Prints the first source that is newer than the last build. Folders count, so a removed file counts too.
first_newer_source() {
  (
    cd "$ROOT" || exit
    find pom.xml .mvn geodata/pom.xml geodata/src/main server/pom.xml server/src/main web \
      \( -path web/node_modules -o -path web/dist -o -path web/target -o -path web/test \) -prune -o \
      -newer "$BUILT" ! -path web -print -quit
  )
}

is_built() {
  [[ -f $BUILT && -f $DIST/sozialradar.jar && -f $DIST/bin/radar && -z $(first_newer_source) ]]
}

# run_maven ARGUMENT…: a Maven run that ends with the distribution. The stamp carries the time at
# which it began: what changes meanwhile is newer.
run_maven() {
  mkdir -p "$ROOT/server/target"
  touch "$BUILT.begun"
  (cd "$ROOT" && mvn -B "$@") || return
  mv "$BUILT.begun" "$BUILT"
}

build_distribution() {
  local log=$ROOT/server/target/build.log
  mkdir -p "${log%/*}"
  if ! run_maven -q -DskipTests -Dmaven.test.skip package >"$log" 2>&1; then
    cat "$log" >&2
    fail 1 "The build failed; its output stands above."
  fi
}

# Keeps the classes of a started server in an archive that Java maps at the next start: half the
# processor time until ready. Only a help: without it, everything works the same.
archive_classes() {
  local scratch server
  scratch=$(mktemp -d)
  java -XX:ArchiveClassesAtExit="$scratch/classes.jsa" -Djava.awt.headless=true -jar "$DIST/sozialradar.jar" \
    serve --store "$scratch/store" --port 0 >"$scratch/log" 2>&1 &
  server=$!
  while kill -0 "$server" 2>/dev/null && ! grep -q 'http://' "$scratch/log"; do sleep 0.1; done
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" || true
  touch "$scratch/classes.jsa"
  mv -f "$scratch/classes.jsa" "$CLASSES"
  rm -rf "$scratch"
}

ensure_built() {
  if ! is_built; then
    require jdk maven node npm
    say "Building (some minutes the first time, while Maven and npm fetch libraries) …"
    build_distribution
  fi
  [[ $CLASSES -nt $BUILT ]] || archive_classes
}
