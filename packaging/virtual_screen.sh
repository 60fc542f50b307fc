#!/bin/sh
# Runs a command on a screen of its own: an X server without a display, a window manager (without one
# no window is ever active), a private bus and the accessibility bus. Everything ends with the command,
# whose exit code is ours.
#
#     packaging/virtual_screen.sh pytest -m accessibility
set -eu

if [ "${ACCESSREADER_VIRTUAL_SCREEN:-}" != inside ]; then
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR ACCESSREADER_VIRTUAL_SCREEN=inside
    unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS QT_ACCESSIBILITY
    told=$XDG_RUNTIME_DIR/told
    code=0
    # What the servers tell goes into a file; the command writes where we do (4 and 3).
    # -noreset: the server would begin anew, and lose a client on the way, when the last one leaves.
    # -r: a key that is held down on a busy machine is still one key.
    xvfb-run --auto-servernum --error-file="$told" \
        --server-args='-screen 0 1366x768x24 -nolisten tcp -noreset -r' \
        dbus-run-session -- "$0" "$@" 4>&1 3>&2 >"$told" 2>&1 || code=$?
    if [ ! -e "$XDG_RUNTIME_DIR/up" ]; then
        echo "The virtual screen did not come up:" >&2
        cat "$told" >&2
        code=1
    fi
    rm -rf "$XDG_RUNTIME_DIR"
    exit "$code"
fi

export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
openbox & window_manager=$!
/usr/libexec/at-spi-bus-launcher --launch-immediately & bus=$!
trap 'kill "$window_manager" "$bus" 2>/dev/null || true' EXIT

# Wait for the two by asking, ten seconds at most.
waited=0
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' &&
    dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus \
        org.a11y.Bus.GetAddress >/dev/null 2>&1; do
    waited=$((waited + 1))
    [ "$waited" -le 200 ] || exit 1
    sleep 0.05
done
touch "$XDG_RUNTIME_DIR/up"

"$@" >&4 2>&3 4>&- 3>&-
