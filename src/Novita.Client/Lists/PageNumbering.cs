namespace Novita.Client.Lists;

/// <summary>What lists have taught about the number of a server's first page, kept for the lists that follow. Thread-safe.</summary>
internal sealed class PageNumbering
{
    private volatile FirstPage _first;

    /// <summary>Begins with what is known of the path already.</summary>
    public PageNumbering(FirstPage first = FirstPage.Unknown) => _first = first;

    public FirstPage First => _first;

    public void Learn(FirstPage first) => _first = first;
}
