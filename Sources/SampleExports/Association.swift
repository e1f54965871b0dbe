/// How the partner is attached to a tenant's usage, in the words of the exports.
enum Association: String {
  case csp = "CSP"
  case cspTier1 = "CSP Tier 1"
  case cspTier2 = "CSP Tier 2"
  case dpor = "DPOR"
  case pal = "PAL"
  case cpor = "CPOR"
  case cporRevRec = "CPOR RevRec"
  case cporRevRecPerformance = "CPOR RevRec Performance"
  case cporOSA = "CPOR OSA"
  case cporOSU = "CPOR OSU"
}
