# shellcheck shell=bash
# Sourced by the scripts after setup.sh: builds the distribution when its sources are newer.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
DIST=$ROOT/server/target/dist
BUILT=$ROOT/server/target/built

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
  [[ -f $BUILT && -f $DIST/sozialradar.jar && -z $(first_newer_source) ]]
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

ensure_built() {
  is_built && return 0
  require jdk maven node npm
  say "Building (some minutes the first time, while Maven and npm fetch libraries) …"
  build_distribution
}
