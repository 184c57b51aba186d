using Novita.Client.Costs;
using Novita.Client.Text;

namespace Novita.Client.Requests;

/// <summary>What network storage costs, for prompts.</summary>
internal static class NetworkStoragePrice
{
    /// <summary>Gives the price of a day.</summary>
    /// <param name="size">GB.</param>
    /// <param name="pricePerGBDay">USD for each GB and day; null for the published rate.</param>
    public static string OfDay(int size, decimal? pricePerGBDay = null) =>
        $"{Usd.Format(size * (pricePerGBDay ?? StorageRates.NetworkPerDay))} USD a day";
}
