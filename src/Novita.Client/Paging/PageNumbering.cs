namespace Novita.Client.Paging;

/// <summary>What lists have taught about the number of a server's first page, kept for the lists that follow. Thread-safe.</summary>
internal sealed class PageNumbering
{
    private volatile FirstPage _first = FirstPage.Unknown;

    public FirstPage First => _first;

    public void Learn(FirstPage first) => _first = first;
}
