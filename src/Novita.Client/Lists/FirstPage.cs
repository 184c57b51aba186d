namespace Novita.Client.Lists;

/// <summary>Where a server's list begins. The documentation says only "at least 0".</summary>
internal enum FirstPage
{
    /// <summary>No list of this path was read yet.</summary>
    Unknown,

    /// <summary>Page 0 has rows. (It may be another name of page 1.)</summary>
    Zero,

    /// <summary>Page 1: asking for page 0 is refused, empty, or the same as asking for page 1.</summary>
    One,
}
