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
        new(typeof(Balance))
        {
            { "AvailableBalance", 16, ColumnStyle.Rounded },
            { "CashBalance", 12, ColumnStyle.Rounded },
            { "CreditLimit", 12, ColumnStyle.Rounded },
            { "PendingCharges", 14, ColumnStyle.Rounded },
            { "OutstandingInvoices", 19, ColumnStyle.Rounded },
            { "SessionName", 16 },
        },
        new(typeof(Charge))
        {
            { "StartTime", 16 },
            { "EndTime" },
            { "Category", 13 },
            { "ProductName", 22 },
            { "OwnerId", 16 },
            { "BillingMethod", 13 },
            { "Quantity", 10, ColumnStyle.Rounded },
            { "Unit", 8 },
            { "UnitPrice" },
            { "Amount", 10, ColumnStyle.Rounded },
            { "VoucherAmount", 0, ColumnStyle.Rounded },
            { "PayAmount", 0, ColumnStyle.Rounded },
            { "IsPartial" },
            { "SessionName" },
        },
        new(typeof(Invoice))
        {
            { "Id", 20 },
            { "Month", 7 },
            { "TotalAmount", 12, ColumnStyle.Rounded },
            { "OriginalAmount", 0, ColumnStyle.Rounded },
            { "VoucherAmount", 13, ColumnStyle.Rounded },
            { "CashAmount", 12, ColumnStyle.Rounded },
            { "DebtAmount", 12, ColumnStyle.Rounded },
            { "RepaidAmount", 0, ColumnStyle.Rounded },
            { "Status", 8 },
            { "StartTime" },
            { "EndTime" },
            { "InvoiceUrl" },
            { "SessionName" },
        },
        new(typeof(Transaction))
        {
            { "Id", 24 },
            { "Time", 16 },
            { "Type", 10 },
            { "Amount", 12, ColumnStyle.Rounded },
            { "RawAmount" },
            { "State", 10 },
            { "SessionName" },
        },
        new(typeof(CostReport))
        {
            { "Group", 24 },
            { "Name", 24 },
            { "Category", 13 },
            { "Amount", 12, ColumnStyle.Rounded },
            { "VoucherAmount", 13, ColumnStyle.Rounded },
            { "PayAmount", 12, ColumnStyle.Rounded },
            { "GpuHours", 10, ColumnStyle.Rounded },
            { "Exists" },
            { "IsPartial" },
            { "SessionName" },
        },
        new(typeof(Deadline))
        {
            { "Time", 16 },
            { "Left", 9, DeadlineColumns.Left, ColumnStyle.Right },
            { "Kind", 15 },
            { "Id", 16 },
            { "Name", 24 },
            { "Consequence", 32 },
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
