#!/usr/bin/env bash
# The software bill of materials: every package of the lockfile, of all systems, with its sum and licence.
set -euo pipefail
npm sbom --sbom-format cyclonedx --package-lock-only >"${1:-sbom.cdx.json}"
