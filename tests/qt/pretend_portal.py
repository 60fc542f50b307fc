"""Run by the system's Python: a pretended portal of settings on the session bus, which speaks the real protocol.

A line on standard input, such as `org.freedesktop.appearance contrast u 1`, sets a value and tells everybody; "up" on
standard output says that it is there. With `--old`, it knows no `ReadOne`, as portals before 2023.
"""

import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

INTERFACE = "org.freedesktop.portal.Settings"
READ_ONE = """
    <method name="ReadOne">
      <arg type="s" name="namespace" direction="in"/><arg type="s" name="key" direction="in"/>
      <arg type="v" name="value" direction="out"/>
    </method>"""
DESCRIBED = f"""<node><interface name="{INTERFACE}">
    <method name="ReadAll">
      <arg type="as" name="namespaces" direction="in"/><arg type="a{{sa{{sv}}}}" name="value" direction="out"/>
    </method>
    <method name="Read">
      <arg type="s" name="namespace" direction="in"/><arg type="s" name="key" direction="in"/>
      <arg type="v" name="value" direction="out"/>
    </method>{"" if "--old" in sys.argv else READ_ONE}
    <signal name="SettingChanged">
      <arg type="s" name="namespace"/><arg type="s" name="key"/><arg type="v" name="value"/>
    </signal>
    <property name="version" type="u" access="read"/>
</interface></node>"""
PATH = "/org/freedesktop/portal/desktop"
values = {}
loop = GLib.MainLoop()


def answer(_connection, _sender, _path, _interface, method, arguments, invocation):
    """Answer a call as a portal does."""
    if method == "ReadAll":
        known = {}
        for (space, key), value in values.items():
            known.setdefault(space, {})[key] = value
        invocation.return_value(GLib.Variant("(a{sa{sv}})", (known,)))
        return
    value = values.get(tuple(arguments.unpack()))
    if value is None:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "Requested setting not found")
    else:
        told = value if method == "ReadOne" else GLib.Variant("v", value)
        invocation.return_value(GLib.Variant("(v)", (told,)))


def hear(source, _condition):
    """Set what a line says."""
    line = source.readline()
    if not line:
        loop.quit()
        return False
    space, key, kind, written = line.split()
    value = GLib.Variant(kind, float(written) if kind == "d" else int(written))
    values[space, key] = value
    bus.emit_signal(None, PATH, INTERFACE, "SettingChanged", GLib.Variant("(ssv)", (space, key, value)))
    sys.stdout.write("told\n")
    sys.stdout.flush()
    return True


def ready(*_named):
    """Say that everybody can ask."""
    sys.stdout.write("up\n")
    sys.stdout.flush()


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(DESCRIBED).interfaces[0], answer, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, ready, None)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, hear)
loop.run()
