/// An Azure service by its "service level 2" name.
struct AzureService {
  let name: String
  /// The tenants with Azure, or with its security, that use it, per mille.
  let popularity: Int
  /// Its part in what a tenant spends, beside the others.
  let weight: Int

  private init(_ name: String, _ popularity: Int, weight: Int = 1) {
    self.name = name
    self.popularity = popularity
    self.weight = weight
  }

  static let all = [
    AzureService("Storage", 1000, weight: 3),
    AzureService("Virtual Machines", 560, weight: 12),
    AzureService("Virtual Machine Licenses", 190, weight: 4),
    AzureService("Bandwidth", 330),
    AzureService("App Service", 320, weight: 5),
    AzureService("SQL Database", 290, weight: 7),
    AzureService("Backup", 260, weight: 2),
    AzureService("Azure Monitor", 190),
    AzureService("Azure Kubernetes Service", 110, weight: 8),
    AzureService("Functions", 110),
    AzureService("Logic Apps", 90),
    AzureService("Cosmos DB", 70, weight: 5),
    AzureService("Azure Databricks", 60, weight: 9),
    AzureService("Azure Synapse Analytics", 40, weight: 8),
    AzureService("Azure OpenAI", 60, weight: 6),
    AzureService("Azure Data Factory", 50, weight: 3),
    AzureService("Azure VMware Solution", 8, weight: 30),
  ]

  /// Services of the four security groups.
  static let security = [
    AzureService("Microsoft Sentinel", 220),
    AzureService("Sentinel", 30),
    AzureService("Microsoft Defender for Cloud", 240),
    AzureService("Security Center", 60),
    AzureService("Azure Firewall", 150),
    AzureService("Application Gateway", 180),
    AzureService("Azure Bastion", 100),
    AzureService("Azure Front Door Service", 60),
    AzureService("Network Watcher", 80),
    AzureService("Key Vault", 260),
    AzureService("Azure Active Directory B2C", 60),
  ]
}
