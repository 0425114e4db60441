// @ts-check
/** The exact commands for a person whose machine we cannot serve ourselves. */

const containers = `With Docker (two servers, nothing installed; then start again with the two addresses):
  docker run -d --name permit-desk-db -p 127.0.0.1:3306:3306 -e MARIADB_DATABASE=permit_desk -e MARIADB_USER=permit_desk -e MARIADB_PASSWORD=choose-one -e MARIADB_ROOT_PASSWORD=choose-another mariadb:10.11 --default-time-zone=+00:00 --transaction-isolation=READ-COMMITTED
  docker run -d --name permit-desk-redis -p 127.0.0.1:6379:6379 redis:7 --appendonly yes --maxmemory-policy noeviction
  DATABASE_URL=mysql://permit_desk:choose-one@127.0.0.1:3306/permit_desk REDIS_URL=redis://127.0.0.1:6379 npm start`;

/** @param {string} because */
export function serversInstructions(because) {
  return `MariaDB and Redis are needed, and this machine has not both of them. ${because}

Debian or Ubuntu:
  sudo apt-get install --no-install-recommends mariadb-server-core redis-server
  sudo systemctl disable --now redis-server     (Permit Desk starts a private one of its own)

macOS:
  brew install mariadb redis

${containers}`;
}

/** @param {string} because */
export function scannerInstructions(because) {
  return `The tests of virus scanning need ClamAV's clamd, and none was found. ${because}

Debian or Ubuntu:
  sudo apt-get install --no-install-recommends clamav-daemon

macOS:
  brew install clamav

No signatures are needed: the tests bring one of their own.`;
}

/** @param {string} because */
export function browserInstructions(because) {
  return `The journeys need Chromium, and none was found. ${because}

Debian:
  sudo apt-get install --no-install-recommends chromium fonts-liberation fonts-dejavu-core

Ubuntu (its chromium package is only a snap):
  npx playwright-core install --with-deps chromium

macOS:
  brew install --cask chromium

Any browser of the Chromium family will do: CHROMIUM=/path/to/it npm test`;
}
