namespace Novita.Tests.Faults;

/// <summary>Which request a fault happens to.</summary>
public enum Place
{
    /// <summary>The check of the key.</summary>
    Connect,

    /// <summary>The first page of a list.</summary>
    FirstPage,

    /// <summary>A page in the middle of a list.</summary>
    MiddlePage,

    /// <summary>The last page of a list.</summary>
    LastPage,

    /// <summary>Every page of a list.</summary>
    EveryPage,

    /// <summary>An instance by its id.</summary>
    Get,

    /// <summary>The start of an instance.</summary>
    Start,

    /// <summary>The creation of an instance.</summary>
    Create,
}
