namespace Novita.Client.Lists;

/// <summary>The number of a list's first page, which the documentation leaves open.</summary>
internal enum FirstPage
{
    /// <summary>Not known: no list of this path was read yet.</summary>
    Unknown,

    /// <summary>0: page 0 has rows, perhaps the same as page 1.</summary>
    Zero,

    /// <summary>1: page 0 is refused, empty, or the same as page 1.</summary>
    One,
}
