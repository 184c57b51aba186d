using Novita.Client.Costs;
using Novita.Client.Text;

namespace Novita.Client.Requests;

/// <summary>Prices of network storage, for prompts.</summary>
internal static class NetworkStoragePrice
{
    /// <summary>Returns the price a day, such as <c>0.20 USD a day</c>.</summary>
    /// <param name="size">The size in GB.</param>
    /// <param name="pricePerGBDay">USD for each GB and day; null for the published rate.</param>
    public static string OfDay(int size, decimal? pricePerGBDay = null) =>
        $"{Usd.Format(size * (pricePerGBDay ?? StorageRates.NetworkPerDay))} USD a day";
}
