using Novita.Generator;
using Novita.Generator.Output;

namespace Novita.Tests.Help;

public sealed class ManifestTests : IDisposable
{
    private const string Expected = "@{\n    CmdletsToExport = @(\n        'Get-It'\n        'Set-It'\n    )\n    X = @(1)\n}\n";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("@{\n    CmdletsToExport = @('Get-It', 'Gone-It')\n    X = @(1)\n}\n")]
    [InlineData("@{\n    CmdletsToExport = @()\n    X = @(1)\n}\n")]
    public void The_manifest_is_made_to_export_every_cmdlet(string text)
    {
        File.WriteAllText(_file, text);

        Manifest.Export(_file, ["Get-It", "Set-It"], isFixed: false);

        Assert.Equal(Expected, File.ReadAllText(_file));
    }

    [Fact]
    public void A_manifest_that_is_right_is_not_written()
    {
        File.WriteAllText(_file, Expected);
        File.SetLastWriteTimeUtc(_file, DateTime.UnixEpoch);

        Manifest.Export(_file, ["Get-It", "Set-It"], isFixed: false);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_file));
    }

    [Fact]
    public void A_fixed_manifest_that_is_wrong_is_an_error_and_stays()
    {
        File.WriteAllText(_file, "CmdletsToExport = @('Get-It')");

        Assert.Throws<GeneratorException>(() => Manifest.Export(_file, ["Get-It", "Set-It"], isFixed: true));
        Assert.Equal("CmdletsToExport = @('Get-It')", File.ReadAllText(_file));
    }
}
