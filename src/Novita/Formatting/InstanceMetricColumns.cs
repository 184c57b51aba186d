using System.Globalization;
using System.Text;

namespace Novita.Formatting;

/// <summary>The computed columns of metrics: a number and a small bar.</summary>
public static class InstanceMetricColumns
{
    private const int BarWidth = 5;

    /// <summary>The time of the measurement, to the second.</summary>
    public static Column Time { get; } = new(metric =>
        ViewText.Value(metric, nameof(InstanceMetric.Time)) is DateTime time
            ? time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : "");

    /// <summary>The use of all CPU cores.</summary>
    public static Column Cpu { get; } = BarOf(nameof(InstanceMetric.Cpu));

    /// <summary>The use of the memory.</summary>
    public static Column Memory { get; } = BarOf(nameof(InstanceMetric.Memory));

    /// <summary>The use of the root disk.</summary>
    public static Column Disk { get; } = BarOf(nameof(InstanceMetric.RootDisk));

    /// <summary>The average use of all GPUs.</summary>
    public static Column Gpu { get; } = BarOf(nameof(InstanceMetric.Gpu));

    /// <summary>The use of the memory of all GPUs.</summary>
    public static Column GpuMemory { get; } = BarOf(nameof(InstanceMetric.GpuMemory));

    /// <summary>Returns a bar; plain ASCII if the console cannot show blocks.</summary>
    internal static string Bar(double percent, bool isUnicode)
    {
        var filled = (int)Math.Round(Math.Min(100, Math.Max(0, percent)) * BarWidth / 100, MidpointRounding.AwayFromZero);
        return new string(isUnicode ? '█' : '#', filled) + new string(isUnicode ? '░' : '.', BarWidth - filled);
    }

    private static bool IsUnicode
    {
        get
        {
            try
            {
                return Console.OutputEncoding is UTF8Encoding or UnicodeEncoding;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    private static Column BarOf(string property) => new(metric =>
    {
        var text = ViewText.Of(metric, property);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            ? string.Format(CultureInfo.InvariantCulture, "{0,5:0.0} {1}", percent, Bar(percent, IsUnicode))
            : "";
    });
}
