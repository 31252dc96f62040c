import CNcurses
import Glibc
package import Screen

// What the environment says of the terminal.
extension TerminalSession {
    /// What the environment says of the terminal's paper, until the terminal itself has answered.
    package static var backdrop: Backdrop? {
        getenv("COLORFGBG").flatMap { Backdrop(colorFGBG: String(cString: $0)) }
    }

    /// Whether the terminal takes ASCII alone; sets the locale that ncurses reads its widths from.
    static func prepareLocale() -> Bool {
        setlocale(LC_ALL, "")
        if isUTF8 { return false }
        // A machine without any locale has far more often forgotten it than it has no UTF-8.
        let isNamed = isSet("LC_ALL") || isSet("LC_CTYPE") || isSet("LANG")
        if !isNamed { setlocale(LC_CTYPE, "C.UTF-8") }
        return !isUTF8
    }

    /// Whether the terminal says that it takes red, green and blue, and is none that would not: the
    /// variable outlives the terminal that set it.
    static var takesAnyColor: Bool {
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        let said = getenv("COLORTERM").map { String(cString: $0) } ?? ""
        return ["truecolor", "24bit"].contains(said) && Modes.mayTakeAnyColor(name)
    }

    static func isSet(_ name: String) -> Bool {
        getenv(name).map { $0.pointee != 0 } ?? false
    }

    static var isUTF8: Bool {
        nl_langinfo(CInt(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
