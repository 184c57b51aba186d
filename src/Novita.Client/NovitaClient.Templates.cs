using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Templates and registry credentials.</content>
public sealed partial class NovitaClient
{
    private const string TemplatePath = $"{GpuPath}/template";
    private const string CredentialPath = $"{GpuPath}/repository/auth";

    private static readonly Shape<Wrapped<Template>> s_template = Wrapped<Template>.ShapeOf("template", Template.Shape);

    /// <summary>Reads one template, of any channel (<c>GET /template</c>).</summary>
    /// <exception cref="NovitaException">
    /// The template does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    public Task<Template> GetTemplateAsync(string id, CallContext call) =>
        GetWrappedAsync(id, new PathBuilder(TemplatePath).Add("templateId", id), s_template, call);

    /// <summary>Creates a template (<c>POST /template/create</c>) and returns its id.</summary>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the template was created
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> CreateTemplateAsync(NewTemplate template, CallContext call)
    {
        template.Check();
        return CreateAsync<Template>($"{TemplatePath}/create", template.ToBody(), call);
    }

    /// <summary>
    /// Reads a template and sends the changed settings (<c>POST /template/update</c>): the service wants all settings each time.
    /// </summary>
    /// <param name="id">The template.</param>
    /// <param name="change">Returns the new settings for the current ones.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">A limit is broken, and no change was sent; or the call failed.</exception>
    public async Task<OperationResult> EditTemplateAsync(string id, Func<NewTemplate, NewTemplate> change, CallContext call)
    {
        var current = await GetTemplateAsync(id, call).ConfigureAwait(false);
        current.RequireReadable();
        var edited = change(NewTemplate.From(current));
        return await AboutAsync<Template, OperationResult>(id, () =>
        {
            edited.Check();
            return ChangeAsync<Template>(id, $"{TemplatePath}/update", edited.ToBody(id), null, call);
        }).ConfigureAwait(false);
    }

    /// <summary>Deletes a template (<c>POST /template/delete</c>). Instances made from it stay as they are.</summary>
    /// <exception cref="NovitaException">The call failed.</exception>
    public Task<OperationResult> RemoveTemplateAsync(string id, CallContext call) =>
        RemoveAsync(id, $"{TemplatePath}/delete", "templateId", () => GetTemplateAsync(id, call), call);

    /// <summary>
    /// Reads one registry credential, with its password (<c>GET /repository/auths</c>: the service has no other call for it).
    /// </summary>
    /// <exception cref="NovitaException">
    /// The credential does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    public Task<RegistryCredential> GetRegistryCredentialAsync(string id, CallContext call) =>
        FindAsync(ListRequests.RegistryCredentials(), id, call);

    /// <summary>
    /// Creates a registry credential (<c>POST /repository/auth/save</c>) and returns its id, which the response lacks.
    /// </summary>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the credential was created
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> CreateRegistryCredentialAsync(NewRegistryCredential credential, CallContext call)
    {
        credential.Check();
        return CreateAndFindAsync(
            $"{CredentialPath}/save",
            credential.ToBody(),
            ListRequests.RegistryCredentials(),
            row => row.Name == credential.Name && row.Username == credential.Username,
            call);
    }

    /// <summary>Deletes a registry credential (<c>POST /repository/auth/delete</c>).</summary>
    /// <exception cref="NovitaException">
    /// Something uses the credential (<see cref="NovitaErrorKind.InUse"/>), or the call failed.
    /// </exception>
    public Task<OperationResult> RemoveRegistryCredentialAsync(string id, CallContext call) =>
        RemoveAsync(id, $"{CredentialPath}/delete", "id", () => GetRegistryCredentialAsync(id, call), call);
}
