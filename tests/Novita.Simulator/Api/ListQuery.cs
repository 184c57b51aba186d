using System.Globalization;

namespace Novita.Simulator.Api;

/// <summary>What a list call asks for, within the limits of the contract.</summary>
internal sealed record ListQuery(int? PageSize, int? PageNum, InstanceFilter Filter)
{
    private const int LongestName = 255;
    private const int LongestStatus = 63;

    public static ListQuery? Read(string? text, out ApiError? error)
    {
        var parameters = QueryText.Parse(text);
        error = null;

        var query = new ListQuery(
            Number(parameters, "pageSize", ref error),
            Number(parameters, "pageNum", ref error),
            new(
                Text(parameters, "name", LongestName, ref error),
                Text(parameters, "productName", LongestName, ref error),
                Text(parameters, "status", LongestStatus, ref error)));

        return error is null ? query : null;
    }

    private static int? Number(IReadOnlyDictionary<string, string> parameters, string name, ref ApiError? error)
    {
        if (!parameters.TryGetValue(name, out var text))
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            error ??= ApiError.InvalidParameter(name, "value must be an integer greater than or equal to 0");
        }

        return number;
    }

    private static string Text(IReadOnlyDictionary<string, string> parameters, string name, int longest, ref ApiError? error)
    {
        var text = parameters.GetValueOrDefault(name, "");

        if (text.Length > longest)
        {
            error ??= ApiError.InvalidParameter(name, $"value length must be between 0 and {longest} characters");
        }

        return text;
    }
}
