#!/bin/sh
# The pictures of the README, made by the program itself from its demonstration; no screen is needed.
set -eu
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

shot() {  # LANGUAGE NAME PANEL SETTINGS…
    language=$1 name=$2 panel=$3
    shift 3
    set -- $(printf -- '--set %s ' "$@")
    .venv/bin/accessreader --home "$home" --language "$language" shot demo: -o "packaging/screenshots/$name.png" \
        --window "$panel" --width 1120 --height 760 "$@"
}

shot kk article window theme=black-on-white
shot en settings settings theme=dark-blue-on-light-blue
shot ru large window theme=white-on-black font_size=30 letter_spacing=0.12 word_spacing=0.16 paragraph_spacing=2
shot ru removed removed theme=yellow-on-black
shot kk proofreading window theme=white-on-black sentence_per_line=on invisible_characters=on
