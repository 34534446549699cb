#!/bin/sh
# The one Node everybody runs: the pinned package where there is one for this platform, else a Node 24 or later.
here=$(dirname "$(readlink -f "$0")")
for platform in linux-x64 linux-arm64; do
  [ -x "$here/node_modules/node-$platform/bin/node" ] && exec "$here/node_modules/node-$platform/bin/node" "$@"
done
IFS=:
for folder in $PATH; do
  case "$folder" in *node_modules/.bin) continue ;; esac # that is this script again
  major=$("$folder/node" -p 'process.versions.node.split(".")[0]' 2>/dev/null) || continue
  unset IFS
  [ "$major" -ge 24 ] && exec "$folder/node" "$@"
  IFS=:
done
echo "No pinned Node for this platform: install Node 24 or later and try again." >&2
exit 1
