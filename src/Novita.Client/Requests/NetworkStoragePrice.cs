using System.Globalization;

namespace Novita.Client.Requests;

/// <summary>What network storage costs, for prompts.</summary>
internal static class NetworkStoragePrice
{
    /// <summary>Gives the price of a day.</summary>
    /// <param name="size">GB.</param>
    /// <param name="pricePerGBDay">USD for each GB and day; null for the published rate.</param>
    public static string OfDay(int size, decimal? pricePerGBDay = null) =>
        string.Format(CultureInfo.InvariantCulture, "{0:0.####} USD a day", size * (pricePerGBDay ?? NetworkStorage.PublishedPricePerGBDay));
}
