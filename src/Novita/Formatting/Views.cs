namespace Novita.Formatting;

/// <summary>
/// The views of the types that cmdlets write: the build makes Novita.Format.ps1xml of them. A property stands under its own name; a computed
/// column is a static property of a class of columns.
/// </summary>
internal static class Views
{
    public static IReadOnlyList<View> All { get; } =
    [
        new(typeof(Instance))
        {
            { "Id", 16 },
            { "Name", 28 },
            { "Status", 10, InstanceColumns.Status },
            { "StatusError" },
            { "GPU", 21, InstanceColumns.Gpu },
            { "Machine", InstanceColumns.Machine },
            { "ClusterName", 11 },
            { "ClusterId" },
            { "ImageUrl" },
            { "Entrypoint" },
            { "Command" },
            { "Envs" },
            { "PortMappings" },
            { "VolumeMounts" },
            { "BillingMode", 11 },
            { "SpotStatus" },
            { "Ends", 16, InstanceColumns.Ends },
            { "SessionName" },
        },
        new(typeof(InstanceDetail))
        {
            { "Id" },
            { "Name" },
            { "Status", InstanceColumns.Status },
            { "StatusError" },
            { "GPU", InstanceColumns.Gpu },
            { "Machine", InstanceColumns.Machine },
            { "ClusterName" },
            { "ClusterId" },
            { "ImageUrl" },
            { "Entrypoint" },
            { "Command" },
            { "Envs" },
            { "Ports", InstanceDetailColumns.Ports },
            { "SSH", InstanceDetailColumns.Ssh },
            { "ConnectComponentWebTerminal" },
            { "ConnectComponentJupyter" },
            { "ConnectComponentLog" },
            { "Network" },
            { "VolumeMounts" },
            { "Jobs" },
            { "CreatedAt" },
            { "LastStartedAt" },
            { "Data kept", InstanceDetailColumns.Keep },
            { "BillingMode" },
            { "SpotStatus" },
            { "Ends", InstanceColumns.Ends },
            { "SessionName" },
        },
        new(typeof(InstanceChange))
        {
            { "Time", 8, InstanceChangeColumns.Time },
            { "Name", 20 },
            { "Property", 15 },
            { "Old", 16 },
            { "New", 16, InstanceChangeColumns.New },
            { "Left", 9, InstanceChangeColumns.Left },
            { "Id", 16 },
        },
        new(typeof(Product))
        {
            { "Id", 20 },
            { "Name", 22 },
            { "Vram" },
            { "USD/GPU-hour", 12, PriceColumns.Price, ColumnStyle.Right },
            { "Spot USD", 8, PriceColumns.Spot, ColumnStyle.Right },
            { "MonthlyPrice" },
            { "CpuPerGpu", 9 },
            { "MemoryPerGpu", 12 },
            { "DiskPerGpu" },
            { "InventoryState", 14 },
            { "AvailableDeploy" },
            { "IsAvailable" },
            { "MinRootfsSize" },
            { "MaxRootfsSize" },
            { "MinLocalStorage" },
            { "MaxLocalStorage" },
            { "BillingMethods" },
            { "Regions" },
            { "SessionName" },
        },
        new(typeof(CpuProduct))
        {
            { "Id", 20 },
            { "Name", 24 },
            { "CpuNum", 6 },
            { "Memory", 6 },
            { "RootfsSize", 10 },
            { "LocalVolumeSize", 15 },
            { "USD/hour", 8, PriceColumns.Price, ColumnStyle.Right },
            { "AvailableDeploy", 15 },
            { "SessionName" },
        },
        new(typeof(Cluster))
        {
            { "Id", 16 },
            { "Name", 28 },
            { "AvailableGpuType", 40 },
            { "SupportNetworkStorage", 21 },
            { "SupportInstanceNetwork", 22 },
            { "SessionName" },
        },
        new(typeof(Job))
        {
            { "Id", 18 },
            { "Type", 19 },
            { "State", 8 },
            { "InstanceId", 18 },
            { "CreatedAt", 19 },
            { "ErrorMessage", 30 },
            { "Error" },
            { "LogAddress" },
            { "SessionName" },
        },
        new(typeof(ProductChange))
        {
            { "Time", 8, InstanceChangeColumns.Time },
            { "Name", 22 },
            { "Property", 15 },
            { "Old", 10 },
            { "New", 10 },
            { "Id", 20 },
        },
        new(typeof(CostEstimate))
        {
            { "Group", 24 },
            { "Instances", 9 },
            { "Gpus", 4 },
            { "USD/hour", 10, PriceColumns.Hour, ColumnStyle.Right },
            { "USD/day", 10, PriceColumns.Day, ColumnStyle.Right },
            { "USD/month", 11, PriceColumns.Month, ColumnStyle.Right },
            { "Storage USD/day", 15, PriceColumns.Storage, ColumnStyle.Right },
            { "Unpriced", 8 },
            { "Total" },
        },
        new(typeof(InstanceMetric))
        {
            { "InstanceId", 16 },
            { "Time", 19, InstanceMetricColumns.Time },
            { "CPU", 11, InstanceMetricColumns.Cpu },
            { "Mem", 11, InstanceMetricColumns.Memory },
            { "Disk", 11, InstanceMetricColumns.Disk },
            { "GPU", 11, InstanceMetricColumns.Gpu },
            { "GPU mem", 11, InstanceMetricColumns.GpuMemory },
            { "Gpus" },
        },
        new(typeof(IdleInstance))
        {
            { "Id", 16 },
            { "Name", 28 },
            { "Gpu", 7 },
            { "Points", 6 },
            { "Since", 16 },
            { "PerHour", 9 },
            { "SessionName" },
        },
        new(typeof(NovitaSession))
        {
            { "Name", 20 },
            { "Endpoint", 40 },
            { "ApiKeyLastFour", 14 },
            { "ConnectedAt", 16 },
            { "Requests", 8 },
            { "Retries", 7 },
        },
    ];
}
