namespace Novita.Client.Lists;

/// <summary>The number of the first page of one path, learnt from responses and kept for later lists. Thread-safe.</summary>
internal sealed class PageNumbering
{
    private volatile FirstPage _first;

    public PageNumbering(FirstPage first = FirstPage.Unknown) => _first = first;

    public FirstPage First => _first;

    public void Learn(FirstPage first) => _first = first;
}
