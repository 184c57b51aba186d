using System.Collections;
using System.Diagnostics;
using System.IO.Compression;
using System.Management.Automation.Language;
using System.Reflection;

namespace Novita.Tests.Packaging;

public sealed class PackageTests
{
    private const long MaxBytes = 3_000_000;

    private static readonly Hashtable s_manifest = ReadManifest();
    private static readonly Hashtable s_galleryData = (Hashtable)((Hashtable)s_manifest["PrivateData"]!)["PSData"]!;

    [Fact]
    public void The_package_has_these_files_and_no_other() =>
        Assert.Equal(
            [
                "CHANGELOG.md",
                "LICENSE",
                "Novita.psd1",
                "README.md",
                "bin/Novita.Client.dll",
                "bin/Novita.Format.ps1xml",
                "bin/Novita.Types.ps1xml",
                "bin/Novita.dll",
                "bin/dependencies/LICENSE.TXT",
                "bin/dependencies/Microsoft.Bcl.AsyncInterfaces.dll",
                "bin/dependencies/System.Buffers.dll",
                "bin/dependencies/System.Memory.dll",
                "bin/dependencies/System.Numerics.Vectors.dll",
                "bin/dependencies/System.Runtime.CompilerServices.Unsafe.dll",
                "bin/dependencies/System.Text.Encodings.Web.dll",
                "bin/dependencies/System.Text.Json.dll",
                "bin/dependencies/System.Threading.Tasks.Extensions.dll",
                "bin/dependencies/THIRD-PARTY-NOTICES.TXT",
                "en-US/Novita.dll-Help.xml",
                "en-US/about_Novita.help.txt",
                "en-US/about_Novita_Listing.help.txt",
                "en-US/about_Novita_Money.help.txt",
                "en-US/about_Novita_Safety.help.txt",
                "en-US/about_Novita_Sessions.help.txt",
                "en-US/about_Novita_Testing.help.txt",
            ],
            ModulePackage.Files);

    [Fact]
    public void The_archive_holds_the_same_files_at_its_root_and_what_NuGet_adds()
    {
        using var archive = ZipFile.OpenRead(ModulePackage.ArchiveFile);

        var own = new[] { "Novita.nuspec", "[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/nuget.psmdcp" };
        Assert.Equal(
            ModulePackage.Files.Concat(own).Order(StringComparer.Ordinal),
            archive.Entries.Select(entry => Uri.UnescapeDataString(entry.FullName)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_is_small_when_installed() =>
        Assert.InRange(ModulePackage.Files.Sum(file => new FileInfo(Path.Combine(ModulePackage.Folder, file)).Length), 1, MaxBytes);

    [Fact]
    public void The_version_of_the_package_is_the_manifests_everywhere()
    {
        var version = (string)s_manifest["ModuleVersion"]!;

        Assert.Equal(version, ModulePackage.Version);
        Assert.Equal(version, ModulePackage.ReadDescription()["version"]);
        Assert.All(["Novita.dll", "Novita.Client.dll"], name =>
        {
            var file = Path.Combine(ModulePackage.Bin, name);
            Assert.Equal(version, AssemblyName.GetAssemblyName(file).Version!.ToString(3));
            Assert.Equal(version, FileVersionInfo.GetVersionInfo(file).ProductVersion!.Split('+')[0]);
        });
    }

    [Theory]
    [InlineData("id", "Novita")]
    [InlineData("authors", "Author")]
    [InlineData("description", "Description")]
    [InlineData("copyright", "Copyright")]
    [InlineData("licenseUrl", "LicenseUri")]
    [InlineData("releaseNotes", "ReleaseNotes")]
    public void The_gallery_is_told_what_the_manifest_says(string element, string key) =>
        Assert.Equal(s_manifest[key] ?? s_galleryData[key] ?? key, ModulePackage.ReadDescription()[element]);

    [Fact]
    public void The_gallery_finds_the_package_by_the_tags_of_the_manifest_its_kind_and_its_cmdlets()
    {
        var cmdlets = (object[])s_manifest["CmdletsToExport"]!;

        Assert.Equal(
            ((object[])s_galleryData["Tags"]!).Cast<string>()
                .Concat(["PSModule", "PSIncludes_Cmdlet"])
                .Concat(cmdlets.SelectMany(name => new[] { $"PSCmdlet_{name}", $"PSCommand_{name}" })),
            ModulePackage.ReadDescription()["tags"].Split(' '));
    }

    [Fact]
    public void The_package_depends_on_no_other_package() => Assert.DoesNotContain("dependencies", ModulePackage.ReadDescription().Keys);

    private static Hashtable ReadManifest()
    {
        var script = Parser.ParseFile(ModulePackage.Manifest, out _, out var errors);
        Assert.Empty(errors);
        return (Hashtable)((HashtableAst)script.Find(ast => ast is HashtableAst, false)).SafeGetValue();
    }
}
