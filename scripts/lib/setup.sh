# shellcheck shell=bash
# Sourced by the scripts: names what is missing on this machine and, on Debian or Ubuntu
# with root or sudo without a password, installs it.

say() { printf '%s\n' "$*" >&2; }

fail() {
  local code=$1
  shift
  say "$@"
  exit "$code"
}

# major_at_least MINIMUM TEXT: the first number in TEXT is at least MINIMUM.
major_at_least() {
  [[ $2 =~ ([0-9]+) ]] && ((BASH_REMATCH[1] >= $1))
}

has_java() { command -v java >/dev/null && major_at_least 17 "$(java -version 2>&1 | grep -m1 version || true)"; }
has_jdk() { command -v javac >/dev/null && major_at_least 17 "$(javac -version 2>&1)"; }
has_node() { command -v node >/dev/null && major_at_least 18 "$(node --version)"; }
has_npm() { command -v npm >/dev/null; }
has_chromium() { [[ -n "${CHROMIUM:-}" ]] || command -v chromium >/dev/null; }
has_nginx() { command -v nginx >/dev/null || [[ -x /usr/sbin/nginx ]]; }
has_openssl() { command -v openssl >/dev/null; }
has_curl() { command -v curl >/dev/null; }
has_wrk() { command -v wrk >/dev/null; }
has_gdal() { command -v ogr2ogr >/dev/null && command -v ogrinfo >/dev/null; }
has_qgis() { /usr/bin/python3 -c 'import qgis.core' 2>/dev/null && [[ -e /usr/lib/qgis/plugins/libprovider_wfs.so ]]; }
has_sf() { command -v Rscript >/dev/null && Rscript --vanilla -e 'library(sf)' >/dev/null 2>&1; }
has_geopandas() { /usr/bin/python3 -c 'import geopandas' 2>/dev/null; }
has_postgis() { postgis_programs >/dev/null; }
has_maven() {
  local version
  command -v mvn >/dev/null || return 1
  version=$(mvn --version 2>/dev/null) || return 1
  [[ $version =~ Maven\ ([0-9]+)\.([0-9]+) ]] && ((BASH_REMATCH[1] * 100 + BASH_REMATCH[2] >= 308))
}

# Prints the folder of the newest PostgreSQL on this machine that has PostGIS.
postgis_programs() {
  local bin share
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(dirname "$(command -v postgres || true)")" | sort -rV); do
    [[ -x $bin/postgres && -x $bin/initdb ]] || continue
    if [[ $bin =~ ^/usr/lib/postgresql/([0-9]+)/bin$ ]]; then
      share=/usr/share/postgresql/${BASH_REMATCH[1]}
    else
      share=$("$bin/pg_config" --sharedir 2>/dev/null || true)
    fi
    if [[ -f $share/extension/postgis.control ]]; then
      echo "$bin"
      return 0
    fi
  done
  return 1
}

describe() {
  case $1 in
    java) echo "Java 17 or newer" ;;
    jdk) echo "a Java development kit (javac), 17 or newer" ;;
    maven) echo "Maven 3.8 or newer (mvn)" ;;
    node) echo "Node.js 18 or newer (node)" ;;
    npm) echo "npm" ;;
    chromium) echo "Chromium (chromium)" ;;
    postgis) echo "PostgreSQL 14 or newer with PostGIS 3.3 or newer" ;;
    gdal) echo "GDAL's programs (ogr2ogr, ogrinfo)" ;;
    qgis) echo "QGIS for Python, with its providers" ;;
    sf) echo "R with the package sf" ;;
    geopandas) echo "geopandas for Debian's Python" ;;
    *) echo "$1" ;;
  esac
}

# packages_for TOOL: Debian's packages; the older Java is preferred where there are several.
packages_for() {
  case $1 in
    java | jdk)
      if apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1; then echo openjdk-17-jdk-headless; else echo default-jdk-headless; fi
      ;;
    node) echo nodejs ;;
    chromium) echo chromium fonts-dejavu-core ;;
    postgis)
      local major
      major=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null | sed -n 's/^postgresql-\([0-9]*\)-.*/\1/p' | sort -n | tail -n 1)
      echo "postgresql-${major:-15}" "postgresql-${major:-15}-postgis-3"
      ;;
    gdal) echo gdal-bin ;;
    qgis) echo python3-qgis qgis-providers ;;
    sf) echo r-cran-sf ;;
    geopandas) echo python3-geopandas ;;
    *) echo "$1" ;;
  esac
}

missing_of() {
  local tool
  for tool in "$@"; do
    "has_$tool" || echo "$tool"
  done
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

# Debian makes and starts a database server with the package; tests need only its programs.
no_cluster_of_the_system() {
  local settings=/etc/postgresql-common/createcluster.conf
  [[ -e $settings ]] && return 0
  as_root mkdir -p "${settings%/*}"
  echo 'create_main_cluster = false' | as_root tee "$settings" >/dev/null
}

# install_tools TOOL…: with apt; its output is shown only when it fails.
install_tools() {
  local log tool found packages=()
  log=$(mktemp)
  if ! as_root apt-get update -q >"$log" 2>&1; then
    cat "$log" >&2
  fi
  for tool in "$@"; do
    read -ra found <<<"$(packages_for "$tool")"
    packages+=("${found[@]}")
  done
  say "Installing: ${packages[*]}"
  if [[ " $* " == *" postgis "* ]]; then no_cluster_of_the_system; fi
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
  fi
  rm -f "$log"
  hash -r
}

# provide TOOL…: installs what is missing where that is possible; fails with 1 and names what is still missing.
provide() {
  local missing tool
  mapfile -t missing < <(missing_of "$@")
  ((${#missing[@]})) || return 0
  if can_install; then
    install_tools "${missing[@]}"
    mapfile -t missing < <(missing_of "$@")
    ((${#missing[@]})) || return 0
  fi
  for tool in "${missing[@]}"; do
    say "Missing: $(describe "$tool"). Debian and Ubuntu: apt install $(packages_for "$tool")"
  done
  return 1
}

# require TOOL…: the same, and ends the script with 2 when something is still missing.
require() { provide "$@" || exit 2; }
