<#
.SYNOPSIS
Makes all that an instance stands on in an empty account, runs a script while the instance runs, and removes all of it again.
.DESCRIPTION
Makes a registry credential, a network, network storage, a template and an instance from them. Whatever happens, what was made is
removed in the opposite order. The instance and the storage are billed meanwhile.
.PARAMETER ImageUrl
The container image.
.PARAMETER Credential
User name and password for the image's registry.
.PARAMETER ScriptBlock
What to do while the instance runs; it gets the instance.
.PARAMETER Gpu
A part of the GPU's name. The cheapest product that is available is rented.
.PARAMETER Size
The size of the network storage in GB.
.EXAMPLE
./Invoke-InNewInstance.ps1 -Gpu 4090 -ImageUrl ghcr.io/me/train:1 -Credential (Get-Credential) -ScriptBlock { $args[0] }
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [string] $ImageUrl,

    [Parameter(Mandatory)]
    [pscredential] $Credential,

    [Parameter(Mandatory)]
    [scriptblock] $ScriptBlock,

    [string] $Gpu = '4090',

    [int] $Size = 100
)

$ErrorActionPreference = 'Stop'

$cluster = Get-NovitaCluster -Gpu $Gpu -SupportNetworkStorage -SupportInstanceNetwork | Select-Object -First 1
if (-not $cluster) {
    throw "No cluster with $Gpu supports network storage and networks."
}

$product = Get-NovitaProduct -Name "*$Gpu*" -ClusterId $cluster.Id -Available | Where-Object Price | Sort-Object Price | Select-Object -First 1
if (-not $product) {
    throw "No product with $Gpu is available in $cluster."
}

if (-not $PSCmdlet.ShouldProcess("$cluster", "Rent $product for $($product.Price) USD an hour, and $Size GB of network storage")) {
    return
}

# Confirmed above, for all of it.
$ConfirmPreference = 'None'
$name = "job-$(Get-Date -Format yyyyMMdd-HHmmss)"
$auth = $network = $storage = $template = $instance = $null
try {
    $auth = New-NovitaRegistryCredential -Name $name -Credential $Credential
    $network = New-NovitaNetwork -Name $name -ClusterId $cluster.Id
    $storage = New-NovitaNetworkStorage -Name $name -ClusterId $cluster.Id -Size $Size
    $template = New-NovitaTemplate -Name $name -ImageUrl $ImageUrl -ImageAuthId $auth -RootfsSize 60 -Port 22/tcp
    $instance = New-NovitaInstance -Name $name -Template $template -ProductId $product -GpuNum 1 -ClusterId $cluster.Id `
        -NetworkStorage "$($storage.Id)=/data" -NetworkId $network
    $instance | Wait-NovitaInstance | ForEach-Object { & $ScriptBlock $_ }
}
finally {
    if ($instance) { $instance | Remove-NovitaInstance -Wait }
    if ($template) { $template | Remove-NovitaTemplate }
    if ($storage) { $storage | Remove-NovitaNetworkStorage }
    if ($network) { $network | Remove-NovitaNetwork }
    if ($auth) { $auth | Remove-NovitaRegistryCredential }
}
