/// How a certification stands on the as-of date.
enum Standing {
  case valid, expiringSoon, expired, inactive
}
