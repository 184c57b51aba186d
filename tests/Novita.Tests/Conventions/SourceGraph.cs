using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Novita.Demo;
using Novita.Tests.Packaging;

namespace Novita.Tests.Conventions;

/// <summary>Which source file of the module uses which, from the compiled assemblies. It relies on one type a file, named after it.</summary>
internal sealed class SourceGraph
{
    private static readonly string[] s_projects = ["Novita.Client", "Novita"];
    private static readonly Regex s_generic = new(@"`\d+$", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _fileOf;

    private SourceGraph(Dictionary<string, string> fileOf) => _fileOf = fileOf;

    /// <summary>The files that each file uses, by paths below <c>src</c>.</summary>
    public Dictionary<string, HashSet<string>> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>Every source file, by its path below <c>src</c>, with its text.</summary>
    public static IEnumerable<(string Path, string Text)> Files() =>
        from project in s_projects
        let root = Path.Combine(Path.GetDirectoryName(ModuleFile.Path)!, "src")
        from file in Directory.EnumerateFiles(Path.Combine(root, project), "*.cs", SearchOption.AllDirectories)
        select (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));

    /// <summary>Reads both assemblies.</summary>
    public static SourceGraph Read()
    {
        var files = Files().Select(file => file.Path).ToList();
        var graph = new SourceGraph(files
            .Where(file => Path.GetFileName(file).Count(character => character == '.') == 1)
            .ToDictionary(file => $"{Project(file)}/{Path.GetFileNameWithoutExtension(file)}", file => file, StringComparer.Ordinal));
        foreach (var assembly in s_projects)
        {
            using var module = ModuleDefinition.ReadModule(Path.Combine(ModulePackage.Bin, $"{assembly}.dll"));
            foreach (var type in module.Types)
            {
                graph.Add(type);
            }
        }

        return graph;
    }

    /// <summary>The folder of a file, below its project: <c>Novita.Client/Lists</c>. A file of the project's root is its own.</summary>
    public static string FolderOf(string file) => file.Count(character => character == '/') == 1 ? file : file[..file.LastIndexOf('/')];

    /// <summary>Finds groups that use each other, in a graph of files or of folders.</summary>
    public static List<string> Cycles(Dictionary<string, HashSet<string>> uses) =>
        (from one in uses.Keys
         from other in uses[one]
         where string.CompareOrdinal(one, other) < 0 && Reaches(uses, other, one)
         select $"{one} <-> {other}").ToList();

    /// <summary>The graph of folders.</summary>
    public Dictionary<string, HashSet<string>> Folders() =>
        Uses.GroupBy(file => FolderOf(file.Key), StringComparer.Ordinal)
            .ToDictionary(
                folder => folder.Key,
                folder => folder.SelectMany(file => file.Value).Select(FolderOf).Where(other => other != folder.Key).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);

    private static string Project(string file) => file[..file.IndexOf('/')];

    private static bool Reaches(Dictionary<string, HashSet<string>> uses, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var file))
        {
            if (file == to)
            {
                return true;
            }

            foreach (var next in uses.TryGetValue(file, out var used) ? used : [])
            {
                if (seen.Add(next))
                {
                    waiting.Push(next);
                }
            }
        }

        return false;
    }

    private void Add(TypeDefinition type)
    {
        if (FileOf(type) is { } file)
        {
            if (!Uses.TryGetValue(file, out var used))
            {
                Uses.Add(file, used = new HashSet<string>(StringComparer.Ordinal));
            }

            used.UnionWith(References(type).Select(FileOf).OfType<string>().Where(other => other != file));
        }

        foreach (var nested in type.NestedTypes)
        {
            Add(nested);
        }
    }

    private string? FileOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        type = type is TypeSpecification specification ? specification.GetElementType() : type;
        var scope = type.Scope is ModuleDefinition module ? module.Assembly.Name.Name : type.Scope?.Name ?? "";
        return _fileOf.TryGetValue($"{scope}/{s_generic.Replace(type.Name, "")}", out var file) ? file : null;
    }

    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        direct.AddRange(Attributes(type.CustomAttributes.Concat(type.Properties.SelectMany(property => property.CustomAttributes))));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            foreach (var instruction in method.Body?.Instructions ?? Enumerable.Empty<Instruction>())
            {
                switch (instruction.Operand)
                {
                    case TypeReference operand:
                        direct.Add(operand);
                        break;
                    case MethodReference call:
                        direct.Add(call.DeclaringType);
                        direct.AddRange((call as GenericInstanceMethod)?.GenericArguments ?? Enumerable.Empty<TypeReference>());
                        break;
                    case FieldReference field:
                        direct.Add(field.DeclaringType);
                        break;
                }
            }
        }

        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference> Attributes(IEnumerable<CustomAttribute> attributes) =>
        attributes.SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType)).OfType<TypeReference>();

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type is GenericInstanceType generic
        ? generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType)
        : [type];
}
